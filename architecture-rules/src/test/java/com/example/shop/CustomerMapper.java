// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers; deleted ones are only there for {@link #restore}. */
interface CustomerMapper {
    int add(Customer customer, Instant at);

    Optional<Customer> find(UUID id);

    /** A page by name, after the last customer of the page before. */
    List<Customer> page(@Nullable String afterName, @Nullable UUID afterId, int limit);

    /** Number of rows changed: 0 if another caller was faster. */
    int rename(UUID id, String name, int version, Instant at);

    int delete(UUID id, Instant at);

    int restore(UUID id, Instant at);
}
