// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Plans of partitioned tables as rules see them. */
class PartitionsTest {
    private static final DataSource DATABASE = database();

    private static DataSource database() {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, """
                CREATE SCHEMA shop;
                CREATE TABLE shop.orders (
                    id uuid NOT NULL, customer_id uuid NOT NULL, kind text NOT NULL, created_at timestamptz NOT NULL,
                    PRIMARY KEY (created_at, id)) PARTITION BY RANGE (created_at);
                CREATE INDEX ix_orders_customer_id ON shop.orders (customer_id, created_at);
                CREATE TABLE shop.orders_2026 PARTITION OF shop.orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                CREATE TABLE shop.orders_rest PARTITION OF shop.orders DEFAULT;
                """);
        return database;
    }

    @Test
    void readsThePartitionsOfATableAsOneTable() throws SQLException {
        var page = plan("SELECT o.id FROM shop.orders o WHERE o.customer_id = '" + new UUID(0, 1)
                + "' AND o.created_at > now() ORDER BY o.created_at LIMIT 7");

        assertThat(page.all().map(PlanNode::type)).containsExactly("Limit", "Index Scan");
        var scan = page.all().filter(PlanNode::scansTable).toList().getFirst();
        assertThat(scan.table()).isEqualTo("shop.orders");
        assertThat(scan.alias()).isEqualTo("o");
        assertThat(scan.indexes()).containsExactly("ix_orders_customer_id");
        assertThat(scan.indexCondition()).contains("(o.customer_id = ").contains("(o.created_at > ");
        assertThat(scan.text("Parent Relationship")).isEqualTo("Outer");
    }

    @Test
    void keepsReadingsThatDiffer() throws SQLException {
        var union = plan("SELECT o.id FROM shop.orders o WHERE o.kind = 'a'"
                + " UNION ALL SELECT o.id FROM shop.orders o WHERE o.kind = 'b'");

        assertThat(union.type()).isEqualTo("Append");
        assertThat(union.children()).extracting(PlanNode::table).containsExactly("shop.orders", "shop.orders");
        assertThat(union.children())
                .extracting(PlanNode::filter)
                .isEqualTo(List.of("(o.kind = 'a'::text)", "(o.kind = 'b'::text)"));
    }

    @Test
    void findsTheRowsThatAStatementChanges() throws SQLException {
        var update = plan("UPDATE shop.orders o SET kind = 'a' WHERE o.created_at = now()");

        assertThat(update.type()).isEqualTo("ModifyTable");
        assertThat(update.table() + " " + update.alias()).isEqualTo("shop.orders o");
        assertThat(update.children()).hasSize(1);
        assertThat(update.children().getFirst().all().filter(PlanNode::scansTable))
                .extracting(node -> node.table() + " " + node.alias())
                .containsExactly("shop.orders o");
    }

    private static PlanNode plan(String sql) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off;"
                    + " SET enable_partition_pruning = off");
            try (var row = statement.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + sql)) {
                row.next();
                var plan =
                        JsonMapper.shared().readTree(row.getString(1)).path(0).path("Plan");
                return Partitions.of(connection).merged(PlanNode.of(plan));
            }
        }
    }
}
