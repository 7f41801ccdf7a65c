// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.util.UUID;

/**
 * Origin of a schedule item that its owner has not added.
 *
 * @param sourceVersion version of the origin that the item shows; an earlier one does not change the item
 */
public record ItemSource(ItemSourceType sourceType, UUID sourceId, int sourceVersion) {}
