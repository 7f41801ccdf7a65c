package dev.ashlar.rules;

/** Where a rule is checked, by the letter that the rulebook uses. */
public enum Checkpoint {
    /** Types in the project's byte code, beyond what the compiler refuses. */
    TYPES('T'),
    /** Dependencies and calls between classes, by ArchUnit. */
    ARCHITECTURE('A'),
    /** The text of each mapper statement, in every variant. */
    MAPPER('M'),
    /** Liquibase changesets, by reading them. */
    CHANGELOG('L'),
    /** The catalog of the migrated database. */
    CATALOG('C'),
    /** What PostgreSQL answers to PREPARE and EXPLAIN of each variant. */
    PLAN('X'),
    /** What the statements did while the project's own tests ran. */
    RUNTIME('R'),
    /** A test of the project that must exist, or a trial that the library runs itself. */
    HARNESS('H'),
    /** The project's configuration files. */
    CONFIGURATION('K');

    private final char letter;

    Checkpoint(char letter) {
        this.letter = letter;
    }

    /** The rulebook's letter for it, such as {@code M}. */
    public char letter() {
        return letter;
    }
}
