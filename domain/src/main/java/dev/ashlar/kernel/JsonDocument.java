// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/** Marker of records that are stored whole in a {@code jsonb} column. Unknown fields of a stored document fail when it is read. */
public interface JsonDocument {}
