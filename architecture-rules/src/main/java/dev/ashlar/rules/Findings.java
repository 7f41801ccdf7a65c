// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Observations of one check in a project: the number of subjects and the violations. A check that saw nothing fails.
 *
 * {@snippet :
 * for (var table : Catalog.of(project).tables()) {
 *     findings.looked(table);
 *     if (table.columns().size() > 50) {
 *         findings.violation(table, "has " + table.columns().size() + " columns");
 *     }
 * }
 * }
 */
public final class Findings {
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private int looked;

    /** Counts something that the check looked at. */
    public void looked() {
        looked++;
    }

    /** Counts a subject that the check looked at, and remembers its place. */
    public void looked(Subject subject) {
        places.add(subject.place());
        looked();
    }

    /** Reports a breach at a subject. Equal breaches, as in two variants of one statement, count once. */
    public void violation(Subject subject, String message) {
        violation(subject.place(), message);
    }

    /** Reports a breach at a place. */
    public void violation(Place place, String message) {
        violations.add(new Violation(place, message));
    }

    /** Reports a breach at a subject unless there is none, which null says. */
    public void refuse(Subject subject, @Nullable String message) {
        if (message != null) {
            violation(subject, message);
        }
    }

    /** Returns the number of subjects examined. */
    public int count() {
        return looked;
    }

    /** Places of the subjects that were examined one by one. */
    public Set<Place> places() {
        return Set.copyOf(places);
    }

    /** Returns the breaches, in the order found. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
