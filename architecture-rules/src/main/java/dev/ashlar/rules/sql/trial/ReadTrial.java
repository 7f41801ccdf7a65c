// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.trial;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.prepare.Prepared;

/**
 * A read, run over a row that it must not see.
 *
 * @param prepared the read
 * @param scan how it reads the table
 * @param column what makes the row one not to be seen: {@code deleted_at}, or a column of the table's scope
 * @param outcome what came of it
 */
public record ReadTrial(Prepared prepared, Scan scan, String column, Outcome outcome) implements Subject {
    public enum Outcome {
        /** It shows the same as where PostgreSQL itself hides the row. */
        TIGHT,
        /** It shows more. */
        LEAK,
        /** It does not find its rows even when they may be seen, or fails: nothing is learned. */
        NOT_REACHED
    }

    public boolean isReached() {
        return outcome != Outcome.NOT_REACHED;
    }

    @Override
    public Place place() {
        return prepared.place();
    }
}
