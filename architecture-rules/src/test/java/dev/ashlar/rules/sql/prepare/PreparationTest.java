// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.TestServer;
import dev.ashlar.rules.sql.Coverage;
import dev.ashlar.rules.sql.plan.PlanNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL's description of variants. */
class PreparationTest {
    private static final Project PROJECT = project();

    private static Project project() {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, """
                CREATE SCHEMA shop;
                CREATE TYPE shop.order_status AS ENUM ('open', 'paid');
                CREATE TABLE shop.customers (id uuid PRIMARY KEY, name text NOT NULL);
                CREATE TABLE shop.orders (
                    id uuid PRIMARY KEY, customer_id uuid, status shop.order_status NOT NULL, total numeric NOT NULL,
                    deleted_at timestamptz, created_at timestamptz NOT NULL);
                """);
        return Project.named("engine")
                .mappers(Path.of("src/test/resources/engine"))
                .database(database);
    }

    private static List<Prepared> prepared(String id) {
        return Preparation.of(PROJECT).usable().stream()
                .filter(prepared -> prepared.statement().id().equals(id))
                .toList();
    }

    @Test
    void parametersHaveTheTypesThatPostgresInfers_orJavasWhereItCannot() {
        assertThat(prepared("joined").getFirst().parameterTypes()).containsExactly("int8", "text", "uuid", "int8");
    }

    @Test
    void columnsKnowWhereTheyComeFrom() {
        assertThat(prepared("joined").getFirst().columns())
                .extracting(
                        ResultColumn::label,
                        ResultColumn::type,
                        ResultColumn::table,
                        ResultColumn::column,
                        ResultColumn::declaredNotNull)
                .startsWith(
                        tuple("id", "uuid", "orders", "id", true),
                        tuple("status", "\"shop\".\"order_status\"", "orders", "status", true),
                        tuple("name", "text", "customers", "name", true),
                        tuple("total", "int8", null, null, false));
        assertThat(prepared("joined").getFirst().columns())
                .extracting(ResultColumn::expression)
                .startsWith("o.id", "o.status", "c.name", "(count(*) OVER w1)", "($1)", "($2)");
    }

    @Test
    void plansSayHowTablesAreRead() {
        assertThat(prepared("joined").getFirst().plan().all().filter(PlanNode::scansTable))
                .extracting(PlanNode::table, PlanNode::alias, PlanNode::indexes, PlanNode::indexCondition)
                .containsExactlyInAnyOrder(
                        tuple("shop.orders", "o", List.of("orders_pkey"), "(o.id = $3)"),
                        tuple("shop.customers", "c", List.of("customers_pkey"), "(c.id = o.customer_id)"));
        assertThat(prepared("nested").getFirst().plan().all()).anyMatch(PlanNode::disabled);
    }

    @Test
    void aRefusedVariantIsNotUsable() {
        assertThat(prepared("broken")).isEmpty();
        assertThat(Preparation.of(PROJECT).refused())
                .filteredOn(refused -> refused.variant().statement().id().equals("broken"))
                .extracting(Refused::message)
                .singleElement()
                .asString()
                .contains("column \"nothing\" does not exist");
    }

    @Test
    void theCoverageSaysWhatWasNotSeen() {
        assertThat(Coverage.of(PROJECT).toString().lines())
                .first()
                .asString()
                .matches("10 statements in \\d+ variants, \\d+ branches, 7 statements not examined in full");
        assertThat(Coverage.of(PROJECT).skipped())
                .anyMatch(line -> line.startsWith("EngineMapper.many: more than 64 combinations"))
                .anyMatch(line -> line.startsWith("EngineMapper.addAll [foreach lines empty]: PostgreSQL refuses"));
    }

    @Test
    void anOlderPostgresIsRefused_notMisread() {
        assertThatThrownBy(() -> Preparation.refuseUnlessReadable(14))
                .isInstanceOf(CannotTell.class)
                .hasMessageContaining("the database is a PostgreSQL 14");
    }
}
