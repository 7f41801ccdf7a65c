// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * Connections of the role that owns the schema. They are not pooled and have no statement timeout, since building an index
 * may take long.
 */
public final class OwnerConnections {
    private final ConnectionSettings settings;

    OwnerConnections(LiquibaseConnectionDetails details) {
        this(ConnectionSettings.ofOwner(details.getJdbcUrl(), details.getUsername(), details.getPassword()));
    }

    OwnerConnections(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** Returns the address of the database, without credentials. */
    public String address() {
        return settings.address();
    }

    /** Opens a connection, or refuses with the address that it tried. */
    public Connection open() {
        try {
            return settings.open();
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The database at " + settings.address() + " refuses the connection: " + failed.getMessage(),
                    failed);
        }
    }
}
