// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.catalogue;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Form of the pages of the fake catalogue, as directives say, such as {@code !error 503} or {@code !page 10 !delay 500}.
 *
 * @param status status of the answers; 200 unless {@code !error} names another one
 * @param delay time before each answer, by {@code !delay} in milliseconds
 * @param pageSize most items of a page, by {@code !page}
 * @param isBroken true if pages end in the middle of their JSON, by {@code !broken 1}
 */
record FakeListing(int status, Duration delay, int pageSize, boolean isBroken) {
    private static final int OK = 200;
    private static final int PAGE = 200;
    private static final Pattern DIRECTIVE = Pattern.compile("!([a-z]+) (\\d{1,6})");

    static FakeListing of(String directives) {
        return new FakeListing(
                number(directives, "error", OK),
                Duration.ofMillis(number(directives, "delay", 0)),
                Math.max(1, number(directives, "page", PAGE)),
                number(directives, "broken", 0) == 1);
    }

    void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int number(String directives, String name, int otherwise) {
        return DIRECTIVE
                .matcher(directives)
                .results()
                .filter(found -> found.group(1).equals(name))
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .findFirst()
                .orElse(otherwise);
    }
}
