// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * End of a page: the sort key of its last row, opaque to clients. It names its list, so that another list refuses it. It grants
 * nothing: a forged cursor only starts the caller's own list elsewhere.
 *
 * @param list name of the list, as in {@code wallet.usages}
 * @param key sort key of the last row seen
 */
public record Cursor(String list, String key) {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MAX_LENGTH = 200;

    public static Cursor of(String list, long key) {
        return new Cursor(list, Long.toString(key));
    }

    public static Cursor of(String list, Identifier key) {
        return new Cursor(list, key.value().toString());
    }

    /** Returns a cursor of a list that is ordered by times, of which no two are equal. */
    public static Cursor of(String list, Instant at) {
        return new Cursor(list, at.toString());
    }

    /** Returns a cursor of a list that is ordered by time, and by key among equal times. */
    public static Cursor of(String list, Instant at, Identifier key) {
        return new Cursor(list, at + "/" + key.value());
    }

    /** Reads the {@link #text()} of a cursor and refuses any other with {@link KernelProblem#INVALID_CURSOR}. */
    public static Cursor parse(String text) {
        try {
            if (text.length() > MAX_LENGTH) {
                throw invalid();
            }
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            if (colon < 1) {
                throw invalid();
            }
            return new Cursor(plain.substring(0, colon), plain.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    /** Returns the form that clients send back. */
    public String text() {
        var plain = (list + ':' + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Returns the key as a number if the cursor belongs to that list, and refuses it otherwise. */
    public long longKey(String expectedList) {
        requireList(expectedList);
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notANumber) {
            throw invalid();
        }
    }

    /** Returns the key as a UUID if the cursor belongs to that list, and refuses it otherwise. */
    public UUID uuidKey(String expectedList) {
        requireList(expectedList);
        if (!UUID_TEXT.matcher(key).matches()) {
            throw invalid();
        }
        return UUID.fromString(key);
    }

    /** Returns the key as a place in time if the cursor belongs to that list, and refuses it otherwise. */
    public Place placeKey(String expectedList) {
        requireList(expectedList);
        int slash = key.indexOf('/');
        if (slash < 0 || !UUID_TEXT.matcher(key.substring(slash + 1)).matches()) {
            throw invalid();
        }
        return new Place(time(key.substring(0, slash)), UUID.fromString(key.substring(slash + 1)));
    }

    /** Returns the key as a time if the cursor belongs to that list, and refuses it otherwise. */
    public Instant timeKey(String expectedList) {
        requireList(expectedList);
        return time(key);
    }

    private static Instant time(String text) {
        try {
            @Nullable Instant time = StorableTimes.of(Instant.parse(text));
            if (time != null) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            throw invalid();
        }
        throw invalid();
    }

    private void requireList(String expectedList) {
        if (!list.equals(expectedList)) {
            throw invalid();
        }
    }

    private static DomainException invalid() {
        return KernelProblem.INVALID_CURSOR
                .because("Pass the nextCursor of an earlier page of this list unchanged, or leave it out.")
                .at("cursor", "is not a cursor of this list");
    }

    /** Place of a row in a list that is ordered by time. */
    public record Place(Instant at, UUID id) {}
}
