// SPDX-License-Identifier: Apache-2.0
package com.example.layers.orders.domain;

public record Order(long total) {}
