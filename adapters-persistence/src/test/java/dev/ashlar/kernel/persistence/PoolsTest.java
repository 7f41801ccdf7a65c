// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolsTest {
    @ParameterizedTest
    @CsvSource({"20, 5, 30, 6, 1, 14, 4", "20, 5, 50, 10, 2, 10, 3", "2, 2, 1, 1, 0, 1, 1", "2, 2, 99, 1, 1, 1, 1"})
    void splitsTheNumberOfConnections(
            int size, int idle, int percent, int read, int readIdle, int written, int writtenIdle) {
        try (var pool = pool(size);
                var readers = split(pool, idle, percent)) {
            assertThat(readers.getMaximumPoolSize()).isEqualTo(read);
            assertThat(readers.getMinimumIdle()).isEqualTo(readIdle);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(written);
            assertThat(pool.getMinimumIdle()).isEqualTo(writtenIdle);
        }
    }

    private static HikariDataSource split(HikariDataSource pool, int idle, int percent) {
        pool.setMinimumIdle(idle);
        return Pools.split(pool, percent).readers();
    }

    @Test
    void keepsAllOtherSettings() {
        try (var pool = pool(20)) {
            pool.setPoolName("ashlar");
            pool.setMaxLifetime(77_000);
            pool.addDataSourceProperty("options", "-c statement_timeout=10000");
            pool.setConnectionInitSql("SET work_mem = '8MB'");
            try (var readers = Pools.split(pool, 30).readers()) {
                assertThat(readers.getPoolName()).isEqualTo("ashlar-readers");
                assertThat(readers.getMaxLifetime()).isEqualTo(77_000);
                assertThat(readers.getDataSourceProperties()).isEqualTo(pool.getDataSourceProperties());
                assertThat(readers.getConnectionInitSql())
                        .isEqualTo("SET work_mem = '8MB'; SET default_transaction_read_only = on");
                assertThat(pool.getConnectionInitSql()).isEqualTo("SET work_mem = '8MB'");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "20, 0", "20, 100"})
    void refusesAPoolThatCannotBeSplit(int size, int percent) {
        try (var pool = pool(size)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Pools.split(pool, percent))
                    .withMessageContaining("Set a size of 2 or more");
        }
    }

    @Test
    void failsAsAnExhaustedPoolWhenTheFirstReadFindsNoDatabase() throws IOException {
        try (var pool = pool(2)) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:" + closedPort() + "/ashlar");
            pool.setConnectionTimeout(250);
            try (var readers = Pools.split(pool, 50).readers()) {
                assertThatThrownBy(readers::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            }
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HikariDataSource pool(int size) {
        var pool = new HikariDataSource();
        pool.setMaximumPoolSize(size);
        return pool;
    }
}
