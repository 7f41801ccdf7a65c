// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.sql.SQLException;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.util.ClassUtils;

/** Reports a refused migration at the start in one sentence: the login may not migrate, or a changeset has changed since it ran. */
final class MigrationRefusedAnalyzer implements FailureAnalyzer {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        boolean isMigrating = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            isMigrating |= ClassUtils.getPackageName(cause.getClass()).equals("liquibase.exception");
            if (isMigrating && cause instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())) {
                return new FailureAnalysis(
                        "Migrations are pending, and the login of DATABASE_URL may not run them (" + firstLine(sql)
                                + "). Run `ashlar migrate` as the owner.",
                        null,
                        failure);
            }
            if (cause instanceof ValidationFailedException invalid
                    && !invalid.getInvalidMD5Sums().isEmpty()) {
                return new FailureAnalysis(
                        "Changesets have changed since they ran on this database ("
                                + String.join("; ", invalid.getInvalidMD5Sums())
                                + "). Restore their text and make the change in a new changeset, or take a new database.",
                        null,
                        failure);
            }
        }
        return null;
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "");
    }
}
