// SPDX-License-Identifier: Apache-2.0
package com.example.layers.orders.web;

import com.example.layers.orders.application.OrderService;

class OrderController {
    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    long total() {
        return orders.total(null);
    }
}
