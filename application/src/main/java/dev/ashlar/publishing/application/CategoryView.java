// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.publishing.domain.CategoryId;

/**
 * Category as clients see it.
 *
 * @param version expected by edits and removal
 */
public record CategoryView(CategoryId id, String name, int version) {}
