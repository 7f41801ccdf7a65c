package dev.ashlar.rules;

/** Something a rule looks at: a statement, a changeset, a table, a class, a setting. */
public interface Subject {
    /** Where it stands. */
    Place place();
}
