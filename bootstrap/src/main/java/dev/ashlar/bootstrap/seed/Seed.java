package dev.ashlar.bootstrap.seed;

import java.util.function.IntSupplier;

/**
 * One step of seeding. Idempotent: it adds what is missing and leaves what is there, so it may run at every start.
 *
 * @param what the rows it brings, as in {@code usage types}
 * @param rows brings them and returns how many were missing
 */
record Seed(String what, IntSupplier rows) {}
