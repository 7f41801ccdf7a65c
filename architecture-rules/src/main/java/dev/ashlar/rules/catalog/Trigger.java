// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.Set;

/**
 * A trigger of a table.
 *
 * {@snippet :
 * boolean frozen = table.triggers().stream().anyMatch(trigger -> trigger.refuses("UPDATE"));
 * }
 *
 * @param place the statement that creates it, else its table's name and its own
 * @param name its name
 * @param events some of INSERT, UPDATE, DELETE, TRUNCATE
 * @param isBefore true if it fires before the change
 * @param isConditional true if it fires only for some columns or under a WHEN clause
 * @param isEnabled true if it fires in an ordinary session
 * @param function its function, with the schema
 * @param source the body of its function
 */
public record Trigger(
        Place place,
        String name,
        Set<String> events,
        boolean isBefore,
        boolean isConditional,
        boolean isEnabled,
        String function,
        String source)
        implements Subject {
    public Trigger {
        events = Set.copyOf(events);
    }

    /** True if it answers an event with an error, whatever the row. */
    public boolean refuses(String event) {
        return events.contains(event) && isBefore && !isConditional && isEnabled && source.contains("RAISE EXCEPTION");
    }
}
