// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One breach of a rule.
 *
 * {@snippet :
 * new Violation(Place.of("shop.orders"), "the table has no comment");
 * }
 *
 * @param place where it is
 * @param message what is wrong there, with the SQL variant or the value that breaks the rule
 */
public record Violation(Place place, String message) {
    /** From the first file to the last, and there from the first line to the last. */
    static final Comparator<Violation> IN_ORDER = comparing(
                    (Violation violation) -> String.valueOf(violation.place().uri()))
            .thenComparingInt(violation -> violation.place().line())
            .thenComparing(violation -> violation.place().element())
            .thenComparing(Violation::message);

    private static final Pattern LINE =
            Pattern.compile("(?<=\\.(?:java|xml|sql|yaml|yml|properties)):\\d+|(?<=\\b(?:line|Position:) )\\d+");

    /**
     * Returns the identity that stays when lines move or a further variant of the statement breaks the rule: file, element and first line
     * of the message without line numbers and positions, separated by tabs.
     */
    String identity() {
        var first = message.lines().findFirst().orElse("");
        return String.join(
                "\t",
                place.file() == null ? "" : String.valueOf(place.uri()),
                place.element(),
                LINE.matcher(first).replaceAll("").replaceAll("\\s+", " ").strip());
    }
}
