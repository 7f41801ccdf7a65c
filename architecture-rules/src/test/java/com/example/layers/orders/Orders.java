// SPDX-License-Identifier: Apache-2.0
package com.example.layers.orders;

public interface Orders {}
