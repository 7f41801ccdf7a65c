// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.util.UUID;

/**
 * Somebody who buys.
 *
 * @param version grows with every change
 */
record Customer(UUID id, String name, String email, int version) {}
