// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Name of a violated constraint, as the changelog has it. On Citus the table is a shard, whose constraints have its number as suffix,
 * and a worker's error that the coordinator passes on has the name in its message only.
 */
final class ViolatedConstraint {
    private static final String VIOLATIONS = "23"; // class of their SQLSTATEs
    private static final Pattern IN_MESSAGE = Pattern.compile(" constraint \"([^\"]+)\"");
    private static final Pattern SHARD = Pattern.compile("_[1-9][0-9]{5,}$"); // their numbers begin with 102008

    private ViolatedConstraint() {}

    /** Returns the name; empty if the failure is not a violation. */
    static Optional<String> of(PSQLException failure) {
        return Optional.ofNullable(failure.getServerErrorMessage())
                .flatMap(ViolatedConstraint::written)
                .map(name -> SHARD.matcher(name).replaceFirst(""));
    }

    private static Optional<String> written(ServerErrorMessage error) {
        if (error.getConstraint() != null) {
            return Optional.of(error.getConstraint());
        }
        var name = IN_MESSAGE.matcher(String.valueOf(error.getMessage()));
        boolean named = String.valueOf(error.getSQLState()).startsWith(VIOLATIONS) && name.find();
        return named ? Optional.of(name.group(1)) : Optional.empty();
    }
}
