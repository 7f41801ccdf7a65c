// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Errors of workers as a Citus coordinator passes them on: without the field that names the constraint. */
final class WorkerErrors {
    private WorkerErrors() {}

    static PSQLException violated(String constraint) {
        return error("23505", "duplicate key value violates unique constraint \"" + constraint + "\"");
    }

    static PSQLException error(String sqlState, String message) {
        return new PSQLException(new ServerErrorMessage(
                "SERROR\0VERROR\0C" + sqlState + "\0M" + message + "\0Wwhile executing command on worker-1:5432\0"));
    }
}
