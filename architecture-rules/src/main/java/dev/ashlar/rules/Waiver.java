// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

/**
 * A breach accepted on purpose. It is a comment at the place it waives, {@code waive offset-paging: reason}, a comment that names a table, a
 * column or a type, {@code waive deletion-policy wallet.tokens: reason}, or a line of the project's test.
 *
 * {@snippet :
 * new Waiver("offset-paging", Place.of("OrderMapper.page"), "an administrator pages through twenty rows");
 * }
 *
 * @param rule the id of the waived rule
 * @param place the comment, or its file where the waiver is for the whole file; for one that names an element, that element with all that belongs to it
 * @param reason why; never empty
 */
public record Waiver(String rule, Place place, String reason) {
    /** True if it is of the rule, and is at the place of the breach. */
    boolean covers(Rule broken, Violation violation) {
        return rule.equals(broken.id()) && standsAt(violation.place());
    }

    /** Returns true if the comment is just above something, inside it, or for the whole file. */
    boolean standsAt(Place waived) {
        if (place.file() == null) {
            return (waived.element() + ".").startsWith(place.element() + "."); // a table's waiver is its columns' too
        }
        return place.file().equals(waived.file())
                && (place.line() == 0 || waived.line() == 0 || place.line() >= waived.line() - 3)
                && (place.line() == 0 || waived.lastLine() == 0 || place.line() <= waived.lastLine());
    }
}
