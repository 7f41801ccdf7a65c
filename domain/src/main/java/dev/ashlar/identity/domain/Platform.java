package dev.ashlar.identity.domain;

import java.time.Instant;

/** A product of the business that requests name in {@code X-Platform}. */
public record Platform(PlatformId id, String code, String name, Instant createdAt, Instant updatedAt) {}
