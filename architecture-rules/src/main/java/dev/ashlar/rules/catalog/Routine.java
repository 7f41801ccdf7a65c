// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;

/**
 * A function or procedure.
 *
 * {@snippet :
 * boolean fixed = !routine.isSecurityDefiner()
 *         || routine.configuration().stream().anyMatch(set -> set.startsWith("search_path="));
 * }
 *
 * @param place the statement that creates it, else its qualified name
 * @param schema its schema
 * @param name its name
 * @param comment its comment, empty without one
 * @param isSecurityDefiner true if it runs with its owner's rights
 * @param isImmutable true if it depends on its arguments only, and so reads no table
 * @param source its body as written; empty if it is parsed already
 * @param configuration settings it fixes, such as {@code search_path=pg_catalog}
 * @param grants who may call it, but its owner
 */
public record Routine(
        Place place,
        String schema,
        String name,
        String comment,
        boolean isSecurityDefiner,
        boolean isImmutable,
        String source,
        List<String> configuration,
        List<Grant> grants)
        implements Subject {
    public Routine {
        configuration = List.copyOf(configuration);
        grants = List.copyOf(grants);
    }

    /** Its name with its schema. */
    public String qualified() {
        return schema + "." + name;
    }
}
