package com.example.layers.orders.domain;

public record Order(long total) {}
