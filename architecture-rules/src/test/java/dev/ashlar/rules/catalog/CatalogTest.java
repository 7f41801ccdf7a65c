// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    private static final String SHOP = """
            CREATE SCHEMA shop;
            CREATE TYPE shop.order_status AS ENUM ('placed', 'paid');
            CREATE TABLE shop.orders (
                id uuid CONSTRAINT pk_orders PRIMARY KEY,
                status shop.order_status NOT NULL DEFAULT 'placed',
                total numeric(12, 2), doubled numeric GENERATED ALWAYS AS (total * 2) STORED,
                CONSTRAINT chk_orders_total CHECK (total > 0)
            );
            CREATE UNIQUE INDEX uq_orders_status
                ON shop.orders (lower(id::text), status) WHERE status = 'placed';
            -- CREATE INDEX ix_orders_total ON shop.orders (total);
            """;

    private static Catalog read(String sql) {
        return Catalog.of(shop(sql));
    }

    private static Project shop(String sql) {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, sql);
        return Project.named("Shop").database(database);
    }

    @Test
    void tellsWhatColumnsAreLike() {
        var orders = read(SHOP).table("shop.orders").orElseThrow();

        assertThat(orders.columns())
                .extracting(Column::name, Column::type, Column::isEnum, Column::notNull, Column::isGenerated)
                .containsExactly(
                        tuple("id", "uuid", false, true, false),
                        tuple("status", "shop.order_status", true, true, false),
                        tuple("total", "numeric(12,2)", false, false, false),
                        tuple("doubled", "numeric", false, false, true));
        assertThat(orders.column("status").orElseThrow().defaultValue()).isEqualTo("'placed'::shop.order_status");
        assertThat(orders.column("total").orElseThrow().baseType()).isEqualTo("numeric");
    }

    @Test
    void tellsWhatIndexesHold() {
        assertThat(read(SHOP).indexes())
                .filteredOn(index -> !index.carriesConstraint())
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.keys()).containsExactly("lower(id::text)", "status");
                    assertThat(index.predicate()).isEqualTo("(status = 'placed'::shop.order_status)");
                    assertThat(index.isWhole()).isFalse();
                });
    }

    @Test
    void readsWhatCommentsDeclare() {
        var orders = read(SHOP
                        + "COMMENT ON TABLE shop.orders IS 'Bought. Scope: id, status. Delete policy: append-only.'")
                .table("shop.orders")
                .orElseThrow();

        assertThat(orders.deletePolicy()).contains(DeletePolicy.APPEND_ONLY);
        assertThat(orders.scope()).containsExactly("id", "status");
        assertThat(orders.isEdited()).isFalse();
    }

    @Test
    void knowsWhoMayDoWhat() {
        var orders = read(SHOP + "GRANT SELECT, UPDATE (total) ON shop.orders TO PUBLIC")
                .table("shop.orders")
                .orElseThrow();

        assertThat(orders.grants())
                .containsExactlyInAnyOrder(new Grant("PUBLIC", "SELECT"), new Grant("PUBLIC", "UPDATE"));
        assertThat(orders.isEdited()).isTrue();
    }

    @Test
    void namesTheTableOfAReferenceWithoutQuotes() {
        var catalog = read("""
                CREATE SCHEMA "order";
                CREATE TABLE "order".carts (id uuid CONSTRAINT pk_carts PRIMARY KEY);
                CREATE TABLE "order".items (cart_id uuid CONSTRAINT fk_items_cart_id REFERENCES "order".carts (id));
                """);

        assertThat(catalog.foreignKeys())
                .extracting(key -> Objects.requireNonNull(key.references()).table())
                .containsExactly("order.carts");
    }

    @Test
    void leavesOutWhatIsNotTheProjects() {
        var catalog = read(SHOP + """
                CREATE EXTENSION btree_gist SCHEMA shop;
                CREATE SCHEMA vacant;
                CREATE TABLE public.history (id text, md5sum text, orderexecuted int, exectype text);
                CREATE TABLE public.history_lock (id int, locked boolean, lockgranted timestamp, lockedby text);
                CREATE TABLE shop.visits (id uuid, at date) PARTITION BY RANGE (at);
                CREATE TABLE shop.visits_2026 PARTITION OF shop.visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                """);

        assertThat(catalog.schemas()).extracting(Schema::name).containsExactly("shop");
        assertThat(catalog.tables()).extracting(Table::qualified).containsExactly("shop.orders", "shop.visits");
        assertThat(catalog.routines()).isEmpty();
        assertThat(catalog.table("shop.visits").orElseThrow().partitionKey()).containsExactly("at");
    }

    @Test
    void knowsTheLinesThatCreateThings(@TempDir Path changelogs) throws IOException {
        var file = Files.writeString(changelogs.resolve("001.sql"), SHOP);
        var catalog = Catalog.of(shop(SHOP + "CREATE INDEX ix_orders_total ON shop.orders (total)")
                .changelogs(changelogs));

        assertThat(List.of(
                        catalog.place("shop"),
                        catalog.place("shop.order_status"),
                        catalog.place("shop.orders"),
                        catalog.place("shop.orders.doubled"),
                        catalog.place("shop.orders.pk_orders"),
                        catalog.place("shop.orders.chk_orders_total"),
                        catalog.place("shop.orders.uq_orders_status"),
                        catalog.place("shop.orders.ix_orders_total")))
                .containsExactly(
                        Place.in(file, 1, 1, "shop"),
                        Place.in(file, 2, 2, "shop.order_status"),
                        Place.in(file, 3, 8, "shop.orders"),
                        Place.in(file, 6, 6, "shop.orders.doubled"),
                        Place.in(file, 4, 4, "shop.orders.pk_orders"),
                        Place.in(file, 7, 7, "shop.orders.chk_orders_total"),
                        Place.in(file, 9, 10, "shop.orders.uq_orders_status"),
                        Place.of("shop.orders.ix_orders_total"));
    }

    @Test
    void anApplicationIsNoSuperuser() {
        var migrations = Rulebook.standard().only(rule -> rule.id().equals("schema-from-migrations"));
        var report = migrations.examine(shop(SHOP).applicationRole("postgres"));

        assertThat(report.broken().getFirst().explanation()).contains("the application's role has SUPERUSER");
    }

    @Test
    void anApplicationsRoleExists() {
        var migrations = Rulebook.standard().only(rule -> rule.id().equals("schema-from-migrations"));
        var report = migrations.examine(shop(SHOP).applicationRole("nobody"));

        assertThat(report.broken().getFirst().explanation()).contains("the database has no role nobody");
    }

    @Test
    void whatIsWaivedForATableIsWaivedForItsColumns() {
        var lengths = Rulebook.standard().only(rule -> rule.id().equals("text-length"));
        var shop =
                shop("CREATE SCHEMA shop; CREATE TABLE shop.orders (note text); CREATE TABLE shop.orders_old (note text)")
                        .waive("text-length", "shop.orders", "it is only a test");

        assertThat(lengths.examine(shop).broken().getFirst().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.place()).isEqualTo(Place.of("shop.orders_old.note")));
    }
}
