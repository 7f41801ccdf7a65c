package dev.ashlar.rules;

/**
 * A breach that somebody decided to live with. It stands as a comment at the place it waives, {@code waive 66: reason}, or,
 * where that file may not change any more, in the project's test.
 *
 * @param rule the id of the waived rule
 * @param place where the comment stands; for one in the test, the element it names, with all that belongs to it
 * @param reason why; never empty
 */
public record Waiver(String rule, Place place, String reason) {
    /** Whether it stands at the place of the breach. */
    boolean covers(Rule broken, Violation violation) {
        if (!rule.equals(broken.id())) {
            return false;
        }
        var breach = violation.place();
        if (place.file() == null) {
            return (breach.element() + ".").startsWith(place.element() + "."); // a table's waiver is its columns' too
        }
        return place.file().equals(breach.file())
                && (breach.line() == 0 || place.line() >= breach.line() - 3) // just above, or inside
                && (breach.lastLine() == 0 || place.line() <= breach.lastLine());
    }
}
