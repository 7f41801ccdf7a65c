// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Course or test as its catalogue describes it.
 *
 * @param externalId key in the catalogue, up to {@value #MAX_ID} characters
 * @param version version in the catalogue, from 0, which grows with each change
 * @param title up to {@value #MAX_TITLE} characters
 * @param summary up to {@value #MAX_SUMMARY} characters; null if the catalogue has none
 * @param url web address of up to {@value #MAX_URL} characters; null if the catalogue has none
 */
public record CatalogueItem(
        String externalId,
        long version,
        String title,
        @Nullable String summary,
        @Nullable String url) {
    public static final int MAX_ID = 100;
    public static final int MAX_TITLE = 300;
    public static final int MAX_SUMMARY = 4_000;
    public static final int MAX_URL = 2_000;

    /** Refuses values that are out of bounds with {@link IllegalArgumentException}. */
    public CatalogueItem {
        if (!isId(externalId) || version < 0) {
            throw new IllegalArgumentException("An item needs an id and a version, but they are " + externalId.length()
                    + " characters and " + version + ".");
        }
        if (title.isBlank() || !isText(title, MAX_TITLE)) {
            throw new IllegalArgumentException("The title of item " + externalId + " is out of bounds.");
        }
        if (summary != null && !isText(summary, MAX_SUMMARY)) {
            throw new IllegalArgumentException("The summary of item " + externalId + " is out of bounds.");
        }
        // Clients show it as a link, so that a scheme such as javascript: must not pass.
        if (url != null && !(isText(url, MAX_URL) && url.matches("https?://\\S+"))) {
            throw new IllegalArgumentException("The address of item " + externalId + " is no web address.");
        }
    }

    /** True if the text can be the key of an item. */
    public static boolean isId(String text) {
        return !text.isBlank() && isText(text, MAX_ID);
    }

    /** True if PostgreSQL can store the text, which it cannot with NUL or half a surrogate pair, and it is not longer. */
    static boolean isText(String text, int max) {
        return Spelling.length(text) <= max
                && text.codePoints()
                        .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }
}
