// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Effect of a changeset's statement, one thing at a time: an ALTER TABLE with three parts is three actions.
 *
 * {@snippet :
 * if (action instanceof Action.AddColumn added && changeset.inUse(added.on())) {
 *     findings.violation(statement, "adds " + added.column().name());
 * }
 * }
 */
public sealed interface Action {
    /** Returns the target: a table, or whatever else the statement names first. */
    Name on();

    /** Makes a table. {@code derived} says that its columns come from elsewhere: AS, LIKE, INHERITS, OF, PARTITION OF. */
    record CreateTable(
            Name on,
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            @Nullable String derived) implements Action {
        boolean isPartition() {
            return derived != null && derived.startsWith("PARTITION OF");
        }
    }

    /** Adds a column to a table. */
    record AddColumn(Name on, ColumnDefinition column) implements Action {}

    /** Adds a constraint to a table. */
    record AddConstraint(Name on, ConstraintDefinition constraint) implements Action {}

    /** Checks the rows that a constraint has not been checked against. */
    record ValidateConstraint(Name on, String constraint) implements Action {}

    /** Changes a column's type. */
    record ChangeType(Name on, String column, String type, boolean converts) implements Action {}

    /** Makes a column NOT NULL. */
    record SetNotNull(Name on, String column) implements Action {}

    /** Any other ALTER; {@code kind} as in {@code TABLE}, {@code what} as in {@code ENABLE ROW LEVEL SECURITY}. */
    record Alter(String kind, Name on, String what) implements Action {}

    /** Removes something; {@code kind} as in {@code COLUMN}. For a column or a constraint, {@code part} is its name. */
    record Drop(String kind, Name on, String part, boolean concurrently) implements Action {
        /** The column of the table, or the thing itself. */
        @Override
        public String toString() {
            return part.isEmpty() ? on.toString() : on + "." + part;
        }
    }

    /** Renames something, or moves it to another schema; {@code kind} as in {@code COLUMN}, {@code VALUE}. */
    record Rename(String kind, Name on, String from, String to) implements Action {}

    /** Makes an index. */
    record CreateIndex(@Nullable String name, Name on, boolean unique, boolean concurrently) implements Action {}

    /** Makes an enum type. */
    record CreateEnum(Name on, List<String> labels) implements Action {}

    /** Adds a label to an enum; {@code neighbor} is the label that it comes before or after, or null. */
    record AddLabel(Name on, String label, @Nullable String neighbor, boolean before) implements Action {}

    /** Makes anything else; {@code kind} as in {@code SCHEMA}, {@code FUNCTION}, {@code TRIGGER}. */
    record Create(String kind, Name on, String name) implements Action {}

    /** Changes rows: INSERT, UPDATE, DELETE, MERGE, COPY or TRUNCATE. */
    record Write(String verb, Name on, boolean reads, boolean filtered, List<String> columns) implements Action {}

    /** Gives rights. */
    record GrantPrivileges(List<String> rights, String kind, Name on, List<String> to, boolean passedOn)
            implements Action {}

    /** Takes rights. */
    record RevokePrivileges(String kind, Name on) implements Action {}

    /** Describes something. */
    record Comment(String kind, Name on) implements Action {}

    /** Sets a parameter such as {@code lock_timeout}, for this transaction only when {@code local}. */
    record SetParameter(Name on, String value, boolean local) implements Action {}

    /** Runs a query for its own sake. */
    record RunQuery(Name on) implements Action {}
}
