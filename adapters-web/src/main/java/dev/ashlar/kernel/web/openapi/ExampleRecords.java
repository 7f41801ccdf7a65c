// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import java.util.List;

/** Example records of the API description, for types whose generated examples would mislead. Each context has one such component. */
@FunctionalInterface
public interface ExampleRecords {
    /** Returns at most one example of each type, and only of types that an operation mentions. */
    List<Record> all();
}
