// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import java.time.Instant;
import java.util.UUID;

/**
 * Thing in the trash of its owner.
 *
 * @param id key, unique among all kinds
 * @param title title or name
 */
public record TrashView(TrashKind kind, UUID id, String title, Instant deletedAt) {}
