// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a list of colleges.
 *
 * @param words part of name and city, whatever its case and accents; one or two letters begin a word; null for all
 * @param includesInactive true if colleges that applications may not name are included
 */
public record CollegeFilter(@Nullable String words, boolean includesInactive) {
    /** Maximum length of the words. */
    public static final int MAX_WORDS = 100;

    public CollegeFilter {
        words = Fields.optionalText("q", words, MAX_WORDS);
    }
}
