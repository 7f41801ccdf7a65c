package com.example.layers.orders.persistence;

import com.example.layers.orders.domain.Order;

interface OrderMapper {
    Order find(long id);
}
