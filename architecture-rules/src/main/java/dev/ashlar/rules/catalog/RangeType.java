// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;

/**
 * A range type. Its multirange type and the functions that make values of both come with it and go with it.
 *
 * {@snippet :
 * Catalog.of(project).ranges().forEach(range -> findings.violation(range, range.qualified() + " is a range"));
 * }
 *
 * @param place the statement that creates it, else its qualified name
 * @param schema its schema
 * @param name its name
 * @param comment its comment, empty without one
 */
public record RangeType(Place place, String schema, String name, String comment) implements Subject {
    /** Its name with its schema. */
    public String qualified() {
        return schema + "." + name;
    }
}
