// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.List;

/** Chapters of the rulebook. The page of a rule says which one it belongs to. */
final class Topic {
    /** Chapter of rules that are not of this library. */
    static final String PROJECT = "Rules of the project";

    /** Titles, in the order in which they are read. */
    static final List<String> ALL = List.of(
            "Migrations",
            "Changes of tables in use",
            "Schemas and names",
            "Columns",
            "Keys and constraints",
            "Indexes",
            "Statements and their Java types",
            "Queries",
            "Lists",
            "Writes",
            "Schemas on several servers",
            "Deleted rows and tenants",
            "Security",
            "Transactions",
            "Hooks",
            "Configuration and operation",
            "Seeds and demo data",
            "Layers and contexts",
            "Java",
            PROJECT);

    private Topic() {}

    /** Returns the position of a rule's chapter. */
    static int position(Rule rule) {
        int position = ALL.indexOf(rule.text().topic());
        if (position < 0) {
            throw new IllegalStateException("Rule " + rule.id() + " has an unknown topic: "
                    + rule.text().topic());
        }
        return position;
    }
}
