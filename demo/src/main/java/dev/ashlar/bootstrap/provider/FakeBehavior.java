// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.provider;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Behavior of the fake provider for one request, as words of its last message ask for it, such as {@code !error 503} or {@code !delay
 * 200 !no-usage}.
 *
 * @param status status of the answer; 200 unless {@code !error} names another one
 * @param delay time before the answer begins, by {@code !delay} in milliseconds
 * @param pace time between the chunks of a stream, by {@code !pace} in milliseconds
 * @param withoutUsage true if no usage is sent, by {@code !no-usage}
 * @param breaksOff true if the connection ends in the middle of the answer, by {@code !break}
 * @param asHtml true if the answer is a page of HTML, by {@code !html}
 * @param words number of words of the answer, by {@code !words}, up to 20,000; 0 for an echo of the message
 */
record FakeBehavior(
        int status, Duration delay, Duration pace, boolean withoutUsage, boolean breaksOff, boolean asHtml, int words) {
    static final int OK = 200;
    private static final int MAX_NUMBER = 999_999;
    private static final int MAX_WORDS = 20_000;
    private static final Pattern DIRECTIVE = Pattern.compile("!([a-z-]+)(?: (\\d{1,6}))?");

    /** Reads the directives of a text. Words that are none are ignored. */
    static FakeBehavior of(String text) {
        return new FakeBehavior(
                number(text, "error", OK),
                Duration.ofMillis(number(text, "delay", 0)),
                Duration.ofMillis(number(text, "pace", 0)),
                has(text, "no-usage"),
                has(text, "break"),
                has(text, "html"),
                Math.min(MAX_WORDS, number(text, "words", 0)));
    }

    private static boolean has(String text, String name) {
        return DIRECTIVE
                .matcher(text)
                .results()
                .anyMatch(found -> found.group(1).equals(name));
    }

    private static int number(String text, String name, int otherwise) {
        return DIRECTIVE
                .matcher(text)
                .results()
                .filter(found -> found.group(1).equals(name) && found.group(2) != null)
                .mapToInt(found -> Math.min(MAX_NUMBER, Integer.parseInt(found.group(2))))
                .findFirst()
                .orElse(otherwise);
    }
}
