// SPDX-License-Identifier: Apache-2.0
package com.example.generated;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that a caller puts together. */
public class OrderExample {
    private final List<Criteria> oredCriteria = new ArrayList<>();
    private @Nullable String orderByClause;
    private boolean distinct;

    public List<Criteria> getOredCriteria() {
        return oredCriteria;
    }

    public @Nullable String getOrderByClause() {
        return orderByClause;
    }

    public void setOrderByClause(String orderByClause) {
        this.orderByClause = orderByClause;
    }

    public boolean isDistinct() {
        return distinct;
    }

    public void setDistinct(boolean distinct) {
        this.distinct = distinct;
    }

    /** Conditions that must all hold. */
    public record Criteria(List<Criterion> criteria) {
        public boolean isValid() {
            return !criteria.isEmpty();
        }
    }

    /** One condition, with the text of its column and operator. */
    public record Criterion(
            String condition,
            @Nullable Object value,
            @Nullable Object secondValue) {}
}
