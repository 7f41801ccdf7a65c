// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Text of an iCalendar object (RFC 5545). It writes content lines one after another; values of the type TEXT and of quoted parameters
 * are escaped by its methods.
 */
public final class CalendarText {
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";
    public static final String LINE_END = "\r\n";

    /** Greatest length of a line in octets. */
    private static final int LINE = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** Adds a line, folded if it is long. */
    public CalendarText line(String name, String value) {
        text.append(folded(name + ':' + value)).append(LINE_END);
        return this;
    }

    /** Writes a time in UTC. */
    public static String utc(Instant time) {
        return UTC.format(time);
    }

    /** Escapes a TEXT value; control characters become spaces. */
    public static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Quotes the value of a parameter as RFC 6868 does; control characters become spaces. */
    public static String quoted(String value) {
        return '"' + value.replaceAll("\\p{Cntrl}", " ").replace("^", "^^").replace("\"", "^'") + '"';
    }

    /** Folds a line into lines of at most 75 octets, broken between characters; continuations begin with a space. */
    static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int codePoint : line.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }

    /** Returns the text in the charset of its media type. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
