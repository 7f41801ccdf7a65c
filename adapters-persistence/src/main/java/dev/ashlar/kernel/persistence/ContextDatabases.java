// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Databases of single contexts, and the common one of all others. A transaction is in the database of its first statement, and a statement of another
 * database in it is refused: they could not commit together.
 */
public final class ContextDatabases {
    private static final String CONTEXTS = "dev.ashlar.";
    private static final String COMMON = ""; // the database of all other contexts and of the kernel

    private static final String AUDIT_LOG = AuditEntryMapper.class.getName() + "."; // each database has one

    private final Set<String> moved;
    private final Set<String> audited;

    /** @param moved contexts with a separate database, none of which has audited tables */
    public ContextDatabases(Set<String> moved) {
        this(moved, Set.of());
    }

    /**
     * @param moved contexts with a separate database
     * @param audited those of them that have audited tables
     */
    public ContextDatabases(Set<String> moved, Set<String> audited) {
        this.moved = Set.copyOf(moved);
        this.audited = Stream.concat(Stream.of(COMMON), audited.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names of the databases of whose changes there are entries in their audit logs. */
    Set<String> audited() {
        return audited;
    }

    /** Enters a database by its name, for statements on what each database has. */
    void enterNamed(String database) {
        if (!moved.isEmpty()) {
            enter(database, "The audit log");
        }
    }

    /** Enters the database of a statement, before its transaction takes a connection, or refuses it in a transaction of another one. */
    void enter(String statement) {
        if (!moved.isEmpty() && !statement.startsWith(AUDIT_LOG)) {
            enter(databaseOf(statement), statement);
        }
    }

    /** Refuses work on the kernel's tables in a transaction of another database. */
    void enterCommon(String work) {
        if (!moved.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            enter(COMMON, work);
        }
    }

    private void enter(String database, String work) {
        var entered = enteredOr(database);
        if (!entered.equals(database)) {
            throw new IllegalStateException(work + " belongs to the database of " + name(database)
                    + ", but its transaction is in that of " + name(entered)
                    + ". Use a separate transaction for each.");
        }
    }

    /** Returns the database of the current transaction, which is the common one unless a statement has entered another. */
    String current() {
        return moved.isEmpty() || !TransactionSynchronizationManager.isSynchronizationActive()
                ? COMMON
                : enteredOr(COMMON);
    }

    /** True if contexts have separate databases. */
    public boolean areSeveral() {
        return !moved.isEmpty();
    }

    private String enteredOr(String first) {
        if (TransactionSynchronizationManager.getResource(this) instanceof String entered) {
            return entered;
        }
        TransactionSynchronizationManager.bindResource(this, first);
        TransactionSynchronizationManager.registerSynchronization(new Stay(first));
        return first;
    }

    private String databaseOf(String statement) {
        if (!statement.startsWith(CONTEXTS)) {
            return COMMON;
        }
        var context = statement.substring(CONTEXTS.length(), statement.indexOf('.', CONTEXTS.length()));
        return moved.contains(context) ? context : COMMON;
    }

    private static String name(String database) {
        return database.equals(COMMON) ? "all other contexts" : database;
    }

    /** Stay of a transaction in its database. Transactions in between have theirs. */
    private final class Stay implements TransactionSynchronization {
        private final String database;

        Stay(String database) {
            this.database = database;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ContextDatabases.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ContextDatabases.this, database);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(ContextDatabases.this);
        }
    }
}
