package dev.ashlar.kernel.web.openapi;

import java.util.List;

/**
 * Records as a reader of the API's description should see them, where values made up from their schema would mislead. A
 * context has one such component beside its controllers.
 */
@FunctionalInterface
public interface ExampleRecords {
    /** At most one of each type; each must be of a type that the description knows. */
    List<Record> all();
}
