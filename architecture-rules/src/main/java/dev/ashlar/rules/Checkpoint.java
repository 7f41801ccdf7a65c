// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

/**
 * Checkpoint of a rule, by the letter that the rulebook uses.
 *
 * {@snippet :
 * var quick = Rulebook.standard().only(rule -> rule.checks().stream().allMatch(check -> check.at() == Checkpoint.CHANGELOG));
 * }
 */
public enum Checkpoint {
    /** Types in the project's byte code, beyond what the compiler refuses. */
    TYPES('T', "types in the byte code"),
    /** Dependencies and calls between classes, by ArchUnit. */
    ARCHITECTURE('A', "dependencies and calls (ArchUnit)"),
    /** The text of each mapper statement, in every variant. */
    MAPPER('M', "mapper statements, every variant"),
    /** Liquibase changesets, by reading them. */
    CHANGELOG('L', "changesets"),
    /** The catalog of the migrated database. */
    CATALOG('C', "catalog of the migrated database"),
    /** PREPARE and EXPLAIN of each variant on PostgreSQL. */
    PLAN('X', "PREPARE and EXPLAIN"),
    /** Recordings of statements in the project's own tests. */
    RUNTIME('R', "while tests run"),
    /** A test of the project that must exist, or a trial that the library runs itself. */
    HARNESS('H', "trials and tests that must exist"),
    /** The project's configuration files. */
    CONFIGURATION('K', "configuration");

    private final char letter;
    private final String words;

    Checkpoint(char letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    /** Returns the rulebook's letter for it, such as {@code M}. */
    public char letter() {
        return letter;
    }

    /** Returns the subject of the checkpoint, in a few words. */
    public String words() {
        return words;
    }
}
