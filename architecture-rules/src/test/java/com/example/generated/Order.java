// SPDX-License-Identifier: Apache-2.0
package com.example.generated;

import java.math.BigDecimal;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A row with getters and setters. */
public class Order {
    private @Nullable String orderNo;
    private @Nullable Integer lineNo;
    private @Nullable String customerName;
    private @Nullable BigDecimal amount;
    private @Nullable Date createdAt;

    public @Nullable String getOrderNo() {
        return orderNo;
    }

    public void setOrderNo(String orderNo) {
        this.orderNo = orderNo;
    }

    public @Nullable Integer getLineNo() {
        return lineNo;
    }

    public void setLineNo(Integer lineNo) {
        this.lineNo = lineNo;
    }

    public @Nullable String getCustomerName() {
        return customerName;
    }

    public void setCustomerName(String customerName) {
        this.customerName = customerName;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable Date getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(Date createdAt) {
        this.createdAt = createdAt;
    }
}
