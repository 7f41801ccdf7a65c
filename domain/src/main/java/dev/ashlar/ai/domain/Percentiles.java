package dev.ashlar.ai.domain;

/**
 * Percentiles of durations in milliseconds.
 *
 * @param p50 median
 */
public record Percentiles(long p50, long p95, long p99) {}
