// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.rules.CannotTell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    private static List<Statement> read(String script) {
        return Statement.of(script, Path.of("003.sql"), 7, "shop:003");
    }

    @Test
    void cutsAtSemicolonsThatEndAStatement() {
        var statements = read("""
                COMMENT ON TABLE shop.orders IS 'One; two''s; three'; -- not here; nor
                /* here; */ CREATE FUNCTION shop.f() RETURNS void LANGUAGE sql AS $body$ SELECT 1; SELECT $$;$$ $body$;
                SELECT E'\\';', "a;b" FROM shop.orders
                """);

        assertThat(statements)
                .extracting(Statement::text)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("three'"),
                        second ->
                                assertThat(second).startsWith("CREATE FUNCTION").endsWith("$body$"),
                        third -> assertThat(third).startsWith("SELECT E'"));
        assertThat(statements).extracting(statement -> statement.place().line()).containsExactly(7, 8, 9);
    }

    @Test
    void readsAStringOfManyQuotes() {
        assertThat(read("SELECT 'a" + "''".repeat(100_000) + "'; SELECT 1")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a''", "E'a\\'", "\"a", "$$a$", "/* /* a */"})
    void refusesWhatIsNeverClosed(String text) {
        assertThatThrownBy(() -> read("SELECT\n" + text))
                .isInstanceOf(CannotTell.class)
                .hasMessage("the " + text.charAt(0) + " on line 8 is never closed");
    }

    @Test
    void readsATable() {
        var made = (Action.CreateTable) read("""
                CREATE TABLE IF NOT EXISTS shop."Orders" (
                    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_orders PRIMARY KEY,
                    at timestamp(3) with time zone DEFAULT (now() + interval '1 day'),
                    tags text[] NOT NULL DEFAULT ARRAY['a', 'b']::text[] CHECK (cardinality(tags) > 0),
                    cart_id uuid CONSTRAINT fk_cart REFERENCES shop.carts (id) ON UPDATE NO ACTION ON DELETE SET NULL DEFERRABLE,
                    size int GENERATED ALWAYS AS (length(note)) STORED,
                    number bigserial,
                    CONSTRAINT uq_orders UNIQUE NULLS NOT DISTINCT (id, at) INCLUDE (tags),
                    CONSTRAINT ex_orders EXCLUDE USING gist (cart_id WITH =, tstzrange(at, at) WITH &&) WHERE (at IS NOT NULL)
                )
                """).getFirst().actions().getFirst();

        assertThat(made.on()).hasToString("shop.Orders");
        assertThat(made.columns())
                .extracting(ColumnDefinition::type)
                .containsExactly("uuid", "timestamp(3) with time zone", "text[]", "uuid", "int", "bigserial");
        assertThat(made.columns())
                .extracting(ColumnDefinition::required)
                .containsExactly(true, false, true, false, false, false);
        assertThat(made.columns())
                .extracting(ColumnDefinition::defaultValue)
                .containsExactly(
                        "gen_random_uuid()", "(now() + interval '1 day')", "ARRAY['a', 'b']::text[]", null, null, null);
        assertThat(made.columns().get(3).constraints().getFirst().onDelete()).isEqualTo("SET NULL");
        assertThat(made.columns().get(4).generated()).isTrue();
        assertThat(made.columns().get(5).identity()).isTrue();
        assertThat(made.constraints()).extracting(ConstraintDefinition::name).containsExactly("uq_orders", "ex_orders");
        assertThat(made.constraints().getFirst().columns()).containsExactly("id", "at");
    }

    @Test
    void readsEachPartOfAnAlterTable() {
        assertThat(read("""
                ALTER TABLE ONLY shop.orders
                    ADD COLUMN IF NOT EXISTS code text, DROP note, ALTER COLUMN total SET DATA TYPE numeric(10, 2) USING total / 100,
                    ALTER total SET NOT NULL, ADD CONSTRAINT uq UNIQUE USING INDEX uq, VALIDATE CONSTRAINT chk, ENABLE ROW LEVEL SECURITY
                """).getFirst().actions())
                .extracting(action -> action.getClass().getSimpleName())
                .containsExactly(
                        "AddColumn",
                        "Drop",
                        "ChangeType",
                        "SetNotNull",
                        "AddConstraint",
                        "ValidateConstraint",
                        "Alter");
    }

    @Test
    void readsWhatABlockDoes() {
        assertThat(read("""
                DO $$
                DECLARE
                    total int := 0;
                BEGIN
                    IF EXISTS (SELECT FROM shop.orders) THEN
                        UPDATE shop.orders SET note = CASE WHEN total > 0 THEN 'a' ELSE 'b' END, total = 1 WHERE note IS NULL;
                    ELSE
                        CREATE ROLE shop_app NOLOGIN;
                    END IF;
                    total := 1;
                    RAISE NOTICE 'done; %', total;
                EXCEPTION
                    WHEN duplicate_object THEN NULL;
                END
                $$
                """).getFirst().actions())
                .containsExactly(
                        new Action.Write("UPDATE", new Name("shop", "orders"), true, true, List.of("note", "total")),
                        new Action.Create("ROLE", new Name("", "shop_app"), "shop_app"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROBNICATE shop.orders",
                "CREATE FROBNICATOR x",
                "ALTER TABLE shop.orders FROBNICATE",
                "CREATE TABLE shop.orders (id uuid FROBNICATE 3)",
                "DO $$ BEGIN EXECUTE 'DROP TABLE shop.orders'; END $$",
                "DO $$ BEGIN FROBNICATE; END $$"
            })
    void tellsWhyItCannotReadAStatement(String statement) {
        assertThat(read(statement)).singleElement().satisfies(unread -> {
            assertThat(unread.failure()).isNotBlank();
            assertThat(unread.actions()).isEmpty();
        });
    }
}
