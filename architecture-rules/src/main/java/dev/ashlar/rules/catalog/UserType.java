// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;

/**
 * An enum type, or a range type. The multirange type of a range and the functions that make values of both come and go with it.
 *
 * {@snippet :
 * Catalog.of(project).types().forEach(type -> findings.violation(type, type.qualified() + " is an own type"));
 * }
 *
 * @param place the statement that creates it, else its qualified name
 * @param schema its schema
 * @param name its name
 * @param comment its comment, empty without one
 * @param isEnum true for an enum
 * @param labels those of an enum, in their order
 */
public record UserType(Place place, String schema, String name, String comment, boolean isEnum, List<String> labels)
        implements Subject {
    public UserType {
        labels = List.copyOf(labels);
    }

    /** Its name with its schema. */
    public String qualified() {
        return schema + "." + name;
    }
}
