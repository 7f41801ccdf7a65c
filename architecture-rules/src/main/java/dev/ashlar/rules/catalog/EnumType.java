// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;

/**
 * An enum type.
 *
 * {@snippet :
 * List<String> labels = Catalog.of(project).enumType("shop.order_status").orElseThrow().labels();
 * }
 *
 * @param place the statement that creates it, else its qualified name
 * @param schema its schema
 * @param name its name
 * @param comment its comment, empty without one
 * @param labels in their order
 */
public record EnumType(Place place, String schema, String name, String comment, List<String> labels)
        implements Subject {
    public EnumType {
        labels = List.copyOf(labels);
    }

    /** Its name with its schema. */
    public String qualified() {
        return schema + "." + name;
    }
}
