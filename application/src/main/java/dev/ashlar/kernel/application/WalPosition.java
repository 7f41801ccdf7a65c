// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Position in the write-ahead log of the primary database. A replica that has replayed the log up to it shows all that was committed before.
 *
 * @param bytes length of the log before it (a {@code pg_lsn} as a number), not negative
 */
public record WalPosition(long bytes) {
    /** Position that every server has reached. */
    public static final WalPosition START = new WalPosition(0);

    /** Position that no replica reaches. */
    public static final WalPosition UNREACHABLE = new WalPosition(Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-F]{15}");

    /** Reads a position as {@link #toString()} writes it; empty if the text is none. */
    public static Optional<WalPosition> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new WalPosition(Long.parseLong(text, 16))) : Optional.empty();
    }

    /** True if it is after the other one. */
    public boolean isAfter(WalPosition other) {
        return bytes > other.bytes;
    }

    /** Returns 16 hexadecimal digits, whose order as text is that of the positions. */
    @Override
    public String toString() {
        return "%016X".formatted(bytes);
    }
}
