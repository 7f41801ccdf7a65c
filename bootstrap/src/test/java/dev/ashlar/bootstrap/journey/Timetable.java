// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.sql.SQLException;
import java.time.Duration;

/** Lets time pass for single slots: a story cannot wait for a meeting to be over. */
final class Timetable {
    private final FreshDatabase.Switch databases;

    Timetable(FreshDatabase.Switch databases) {
        this.databases = databases;
    }

    /** Puts an hour's slot that far from now. */
    void move(String slot, Duration fromNow) {
        update(
                "starts_at = now() + INTERVAL '" + fromNow + "', ends_at = now() + INTERVAL '" + fromNow.plusHours(1)
                        + "'",
                slot);
    }

    /** Lets the time to answer a request pass. */
    void expire(String slot) {
        update("request_expires_at = now() - INTERVAL '1 second'", slot);
    }

    private void update(String change, String slot) {
        try (var connection = databases.database().owner().getConnection();
                var statement =
                        connection.prepareStatement("UPDATE mentoring.slots SET " + change + " WHERE id = ?::uuid")) {
            statement.setString(1, slot);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
