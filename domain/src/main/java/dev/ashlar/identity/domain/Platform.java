// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.time.Instant;

/** Product of the business, named by requests in {@code X-Platform}. */
public record Platform(PlatformId id, String code, String name, Instant createdAt, Instant updatedAt) {}
