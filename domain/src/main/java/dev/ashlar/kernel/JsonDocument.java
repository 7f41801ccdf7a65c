package dev.ashlar.kernel;

/**
 * Marks a record that is stored whole in a {@code jsonb} column. The column then has a type like any other: unknown
 * fields fail when it is read.
 */
public interface JsonDocument {}
