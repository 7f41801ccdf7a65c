// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

/**
 * Item of a page on its way to its table.
 *
 * @param id identifier that it gets if it is new
 */
public record FoundItem(CatalogueItemId id, CatalogueItem item) {}
