package dev.ashlar.bootstrap.seed;

/**
 * One step of seeding. Idempotent: it adds what is missing and leaves what is there, so it may run at every start.
 *
 * @param what the rows it brings, as in {@code platforms}
 * @param action brings them
 */
record Seed(String what, Runnable action) {}
