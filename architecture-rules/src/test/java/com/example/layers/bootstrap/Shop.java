// SPDX-License-Identifier: Apache-2.0
package com.example.layers.bootstrap;

import com.example.layers.orders.application.OrderService;

class Shop {
    OrderService orders = new OrderService();
}
