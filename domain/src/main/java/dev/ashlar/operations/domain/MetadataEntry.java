// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Fact about the system that administrators keep, such as the contact of the support.
 *
 * @param key unique name of words of lower-case letters and digits, joined by dots and hyphens
 * @param value JSON of any form, at most {@value #MAX_VALUE} characters
 * @param version counts changes, from a number that no earlier entry of the key had
 * @param description meaning of the value
 */
public record MetadataEntry(
        MetadataEntryId id,
        String key,
        String value,
        String description,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    public static final int MAX_KEY = 80;
    public static final int MAX_VALUE = 10_000;
    public static final int MAX_DESCRIPTION = 500;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    public MetadataEntry {
        Objects.requireNonNull(id, "id");
        if (!isKey(key)) {
            throw Fields.invalid(
                    "/key",
                    "must be words of lower-case letters and digits, joined by dots and hyphens, of at most " + MAX_KEY
                            + " characters");
        }
        if (value.length() > MAX_VALUE) {
            throw Fields.invalid("/value", "must have at most " + MAX_VALUE + " characters");
        }
        description = Fields.text("/description", description, MAX_DESCRIPTION);
    }

    /** True if an entry may have this key. */
    public static boolean isKey(String text) {
        return text.length() <= MAX_KEY && KEY.matcher(text).matches();
    }

    /** Returns the entry with another value. */
    public MetadataEntry replaced(String newValue, String newDescription, Instant now) {
        return new MetadataEntry(id, key, newValue, newDescription, createdAt, now, version);
    }
}
