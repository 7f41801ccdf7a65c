// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Server-sent events of a provider, each with the bytes in which it came. One event is in memory at a time. */
final class EventStream {
    /** Most bytes of one event. */
    static final int MAX_EVENT = 1024 * 1024;

    private static final int INITIAL = 16 * 1024;
    private static final String DATA = "data:";

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;
    private int searched;
    private int next = -1;

    EventStream(InputStream in) {
        this.in = in;
    }

    /**
     * Returns the next event, or null at the end of the stream. Waits for it.
     *
     * @throws IOException if the stream breaks off, also inside an event
     */
    @Nullable
    Event next() throws IOException {
        while (!hasNext()) {
            makeRoom();
            int count = in.read(buffer, end, buffer.length - end);
            if (count < 0) {
                if (start < end) {
                    throw new IOException("The stream ended inside an event.");
                }
                return null;
            }
            end += count;
        }
        var bytes = Arrays.copyOfRange(buffer, start, next);
        start = next;
        searched = next;
        next = -1;
        return new Event(bytes);
    }

    /** True if another event has already arrived. */
    boolean hasNext() {
        if (next < 0) {
            next = endOfEvent();
        }
        return next >= 0;
    }

    /** Returns the place after the first empty line, or -1. What was searched is not searched again. */
    private int endOfEvent() {
        for (int at = searched; at < end; at++) {
            if (buffer[at] == '\n') {
                int line = at + 1 < end && buffer[at + 1] == '\r' ? at + 2 : at + 1;
                if (line < end && buffer[line] == '\n') {
                    return line + 1;
                }
            }
        }
        searched = Math.max(start, end - 2); // a line break and a carriage return may be there already
        return -1;
    }

    private void makeRoom() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            searched -= start;
            start = 0;
        } else if (end == buffer.length) {
            if (end >= MAX_EVENT) {
                throw new IOException("An event has more than " + MAX_EVENT + " bytes.");
            }
            buffer = Arrays.copyOf(buffer, Math.min(MAX_EVENT, buffer.length * 2));
        }
    }

    /** Event with its empty line. */
    static final class Event {
        private final byte[] bytes;

        Event(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Returns the data; an empty text for a comment. */
        String data() {
            var data = new StringBuilder();
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(DATA))
                    .forEach(line ->
                            data.append(line, DATA.length(), line.length()).append('\n'));
            return data.toString().strip();
        }
    }
}
