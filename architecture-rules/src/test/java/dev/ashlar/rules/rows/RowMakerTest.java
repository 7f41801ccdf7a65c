// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RowMakerTest {
    private static final String SHOP = """
            CREATE SCHEMA shop;
            CREATE TYPE shop.order_status AS ENUM ('open', 'paid', 'sent');
            CREATE TABLE shop.lines (
                order_id uuid NOT NULL, line int NOT NULL, quantity int NOT NULL, price numeric(10, 2) NOT NULL,
                CONSTRAINT pk_lines PRIMARY KEY (order_id, line),
                CONSTRAINT chk_lines_quantity CHECK (quantity BETWEEN 5 AND 12),
                CONSTRAINT chk_lines_price CHECK (price > quantity * 100)
            );
            CREATE TABLE shop.orders (
                id uuid NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
                code text NOT NULL CONSTRAINT uq_orders_code UNIQUE,
                email text NOT NULL,
                status shop.order_status NOT NULL DEFAULT 'open',
                previous_id uuid CONSTRAINT fk_orders_previous_id REFERENCES shop.orders (id) ON DELETE SET NULL,
                data jsonb NOT NULL,
                during tstzrange NOT NULL,
                starts_at timestamptz NOT NULL,
                ends_at timestamptz,
                total int NOT NULL GENERATED ALWAYS AS (length(code)) STORED,
                number bigint NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT uq_orders_number UNIQUE,
                CONSTRAINT uq_orders_total UNIQUE (id, total),
                CONSTRAINT chk_orders_total CHECK (total > 0),
                CONSTRAINT chk_orders_code CHECK (code ~ '^[A-Z]{2}-[0-9a-f]{6,8}$'),
                CONSTRAINT chk_orders_email CHECK (length(email) BETWEEN 6 AND 20),
                CONSTRAINT chk_orders_data CHECK (jsonb_typeof(data) = 'object'),
                CONSTRAINT chk_orders_ends_at CHECK (ends_at > starts_at),
                CONSTRAINT chk_orders_sent CHECK ((status = 'sent') = (ends_at IS NOT NULL))
            );
            ALTER TABLE shop.lines ADD CONSTRAINT fk_lines_order_id
                FOREIGN KEY (order_id) REFERENCES shop.orders (id) ON DELETE CASCADE;
            CREATE TABLE shop.totals (
                order_id uuid NOT NULL, total int NOT NULL,
                CONSTRAINT fk_totals_order_id FOREIGN KEY (order_id, total) REFERENCES shop.orders (id, total) ON UPDATE CASCADE
            );
            CREATE TABLE shop.visits (
                id uuid NOT NULL CONSTRAINT pk_visits PRIMARY KEY,
                created_at timestamptz NOT NULL,
                CONSTRAINT chk_visits_created_at CHECK (
                    created_at = to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
                )
            );
            CREATE TABLE shop.impossible (id uuid NOT NULL, n int NOT NULL, CONSTRAINT chk_n CHECK (n > 3 AND n < 3));
            """;

    @Test
    void fillsTablesAndNamesThoseItCannotFill() throws SQLException {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, SHOP);
        try (var connection = database.getConnection()) {
            assertThat(RowMaker.on(connection).fill(4)).containsOnlyKeys("shop.impossible");
            assertThat(number(connection, "SELECT count(*) FROM shop.orders")).isEqualTo(4);
            assertThat(number(connection, "SELECT count(*) FROM shop.lines")).isEqualTo(4);
            assertThat(number(connection, "SELECT count(*) FROM shop.totals")).isEqualTo(4);
            assertThat(number(connection, "SELECT count(*) FROM shop.visits")).isEqualTo(4);
            assertThat(number(connection, "SELECT count(DISTINCT status) FROM shop.orders"))
                    .isEqualTo(3);
            assertThat(number(connection, "SELECT count(previous_id) FROM shop.orders"))
                    .isPositive();
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
