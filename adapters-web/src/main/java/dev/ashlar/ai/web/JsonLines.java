// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.kernel.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a body, one value of JSON each (JSON Lines), which are read one after the other. */
final class JsonLines {
    /** Largest number of lines. */
    static final int MAX_LINES = 10_000;

    /** Largest size of a line in bytes. */
    static final int MAX_LINE = 256 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_LINE + 1];
    private int start;
    private int end;
    private int number;
    private boolean isAtEnd;

    JsonLines(InputStream in) {
        this.in = in;
    }

    /** Returns the next line without its end, or null after the last line. A line break at the end of the body begins no line. */
    byte @Nullable [] next() throws IOException {
        int length = length();
        if (length < 0) {
            return null;
        }
        number++;
        Fields.require(number <= MAX_LINES, "/" + number, "is one line too many; send at most " + MAX_LINES);
        var line = Arrays.copyOfRange(buffer, start, start + length);
        start += length + 1;
        return line;
    }

    /** Returns the number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Returns the length of the line at the start of the buffer, which it fills as far as needed; -1 if there is none. */
    private int length() throws IOException {
        int looked = start;
        while (true) {
            for (int at = looked; at < end; at++) {
                if (buffer[at] == '\n') {
                    return at - start;
                }
            }
            if (isAtEnd) {
                return start < end ? end - start : -1;
            }
            looked = end - start;
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        Fields.require(
                end < buffer.length, "/" + (number + 1), "must be at most " + MAX_LINE + " bytes, as each line must");
        int count = in.read(buffer, end, buffer.length - end);
        isAtEnd = count < 0;
        end += Math.max(count, 0);
    }
}
