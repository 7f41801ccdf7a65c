// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariConfig;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Standbys that stream are in ReplicaJourney. */
class PolledServerTest {
    private static final String LOGIN = "user=ashlar_app&password=ashlar_app";

    @Test
    void tellsItsPositionByTheParametersOfItsAddress() throws SQLException {
        try (var database = TestDatabase.migrated();
                var server = PolledServer.primary(settings(withParameters(database.url(), LOGIN)))) {
            var first = server.ask();

            assertThat(first.position().bytes()).isPositive();
            assertThat(first.timeline()).isEqualTo(1);
            assertThat(server.ask().system()).isEqualTo(first.system());
        }
    }

    @Test
    void failsAsAStandbyIfItIsNone() {
        try (var database = TestDatabase.migrated();
                var server = PolledServer.standby(settings(withParameters(database.url(), LOGIN)))) {
            assertThatThrownBy(server::ask).hasMessage("The server is not a standby.");
        }
    }

    /** They are for reads. The poll would notice a frozen server that much later. */
    @Test
    void failsSoonThoughItsAddressHasLongTimeouts() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = PolledServer.standby(settings("jdbc:postgresql://localhost:" + silent.getLocalPort()
                        + "/none?connectTimeout=60&socketTimeout=60&sslmode=disable&gssEncMode=disable"))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatThrownBy(server::ask).isInstanceOf(SQLException.class));
        }
    }

    private static String withParameters(String url, String parameters) {
        return url + (url.contains("?") ? "&" : "?") + parameters;
    }

    private static HikariConfig settings(String url) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        return settings;
    }
}
