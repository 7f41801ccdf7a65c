// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import com.zaxxer.hikari.HikariConfig;
import dev.ashlar.kernel.application.WalPosition;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Primary or standby that is asked for its position again and again, over a separate connection, so that a busy pool does not delay the
 * answer. A server that does not answer within a second fails. For one thread.
 */
final class PolledServer implements AutoCloseable {
    private static final String TIMEOUT_SECONDS = "1";
    private static final String PRIMARY = """
            SELECT
                (flushed - '0/0')::bigint,
                system_identifier,
                ('x' || left(pg_walfile_name(flushed), 8))::bit(32)::int -- the control file has it after the next checkpoint
            FROM pg_control_system(), pg_current_wal_flush_lsn() AS flushed""";
    /** The control file may still have an earlier timeline than the server replays, but never a later one. */
    private static final String STANDBY = """
            SELECT
                (pg_last_wal_replay_lsn() - '0/0')::bigint,
                system_identifier,
                greatest(timeline_id, min_recovery_end_timeline)
            FROM pg_control_system(), pg_control_checkpoint(), pg_control_recovery()
            WHERE pg_is_in_recovery()""";

    private final String url;
    private final Properties properties;
    private final String question;

    private @Nullable Connection connection;

    private PolledServer(HikariConfig settings, String question) {
        // Parameters of the address take precedence over properties, so they become such before the timeouts are set.
        this.url = settings.getJdbcUrl().replaceFirst("\\?.*", "");
        this.properties = Objects.requireNonNull(Driver.parseURL(settings.getJdbcUrl(), given(settings)));
        this.question = question;
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
    }

    private static Properties given(HikariConfig settings) {
        var properties = new Properties();
        properties.putAll(settings.getDataSourceProperties());
        set(properties, "user", settings.getUsername());
        set(properties, "password", settings.getPassword());
        return properties;
    }

    private static void set(Properties properties, String property, @Nullable String value) {
        if (value != null) {
            properties.setProperty(property, value);
        }
    }

    /** Returns the primary, whose position is the end of the log that is safe on disk. */
    static PolledServer primary(HikariConfig settings) {
        return new PolledServer(settings, PRIMARY);
    }

    /** Returns a standby, whose position is the end of the log that it has replayed. It fails once it is promoted. */
    static PolledServer standby(HikariConfig settings) {
        return new PolledServer(settings, STANDBY);
    }

    /**
     * Position of a server.
     *
     * @param system identifier of the database cluster, which a standby shares with its primary
     * @param timeline number of promotions before it, and one; positions of two timelines cannot be compared
     */
    record Answer(WalPosition position, long system, int timeline) {}

    /** Asks for the position; after a failure over a new connection. */
    Answer ask() throws SQLException {
        try {
            var open = connection == null ? DriverManager.getConnection(url, properties) : connection;
            connection = open;
            return read(open);
        } catch (SQLException failed) {
            close();
            throw failed;
        }
    }

    private Answer read(Connection open) throws SQLException {
        try (var statement = open.prepareStatement(question);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("The server is not a standby.");
            }
            return new Answer(new WalPosition(rows.getLong(1)), rows.getLong(2), rows.getInt(3));
        }
    }

    @Override
    public void close() {
        JdbcUtils.closeConnection(connection);
        connection = null;
    }
}
