// SPDX-License-Identifier: Apache-2.0
package com.example.layers.orders.application;

import com.example.layers.orders.Orders;
import com.example.layers.orders.domain.Order;

public class OrderService implements Orders {
    public long total(Order order) {
        return order.total();
    }
}
