// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;

/**
 * A schema of the project.
 *
 * {@snippet :
 * Catalog.of(project).schemas().forEach(schema -> findings.violation(schema, "is granted to " + schema.grants()));
 * }
 *
 * @param place the line that creates it, else its name
 * @param name its name
 * @param grants who may do what in it, but its owner
 */
public record Schema(Place place, String name, List<Grant> grants) implements Subject {
    public Schema {
        grants = List.copyOf(grants);
    }
}
