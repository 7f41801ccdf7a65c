// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule in words.
 *
 * {@snippet :
 * String reason = rule.text().because();
 * }
 *
 * @param topic title of the chapter of the rulebook that it belongs to
 * @param sentence the rule in one sentence
 * @param because why it exists
 * @param mend what to do about a breach
 * @param part for a rule that a machine cannot check in full, which part is checked; else null
 */
public record RuleText(
        String topic,
        String sentence,
        String because,
        String mend,
        @Nullable String part) {
    /** Returns the words at the beginning of a rule's page. */
    static RuleText of(List<String> lines) {
        return new RuleText(
                required(lines, "Topic"),
                plain(lines.get(2)),
                required(lines, "Why"),
                required(lines, "Mend"),
                point(lines, "In part"));
    }

    /** Returns the beginning of a rule's page in {@code docs/rules}, which the build packs beside this class. */
    static List<String> page(String rule) {
        var page = "pages/" + rule + ".md";
        try (var text = RuleText.class.getResourceAsStream(page)) {
            var found = Objects.requireNonNull(text, () -> "This library has no " + page + ".");
            return new String(found.readAllBytes(), UTF_8)
                    .lines()
                    .takeWhile(line -> !line.startsWith("## "))
                    .collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(page, unreadable);
        }
    }

    static String required(List<String> lines, String name) {
        return Objects.requireNonNull(point(lines, name), () -> lines.get(0) + " has no line " + name);
    }

    /** Returns the content of a point such as {@code - **Why:** it is late.}, without the full stop. */
    private static @Nullable String point(List<String> lines, String name) {
        var start = "- **" + name + ":** ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> plain(line.substring(start.length(), line.length() - 1)))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String markdown) {
        return markdown.replace("&lt;", "<").replace("\\*", "*");
    }
}
