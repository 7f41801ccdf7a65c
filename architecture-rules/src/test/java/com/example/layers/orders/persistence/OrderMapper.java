// SPDX-License-Identifier: Apache-2.0
package com.example.layers.orders.persistence;

import com.example.layers.orders.domain.Order;

interface OrderMapper {
    Order find(long id);
}
