// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import org.jspecify.annotations.Nullable;

/**
 * Values of an imported row as they are in the file, each at most {@value #MAX} characters; null where there is none.
 *
 * @param source the default of the import if the row has none
 */
public record RowFields(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String source) {
    /** Maximum length of a value. */
    public static final int MAX = 1000;

    /** Values of a row that cannot be read. */
    public static final RowFields NONE = new RowFields(null, null, null, null);
}
