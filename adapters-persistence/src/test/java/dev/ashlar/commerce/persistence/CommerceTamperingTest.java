// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.NewOrder;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Privileges;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refusals of PostgreSQL itself, to the owner of the tables and to the application. Each test starts with two orders, one of
 * which has a pending payment.
 */
@PersistenceTest
@Kills(mutant = "index uq_payments_captured", test = "refusesASecondPaymentOfAnOrder")
@Kills(mutant = "index uq_payments_pending", test = "refusesASecondPaymentOfAnOrder")
class CommerceTamperingTest {
    private final ProductMapper products;
    private final OrderMapper orders;
    private final PaymentMapper payments;
    private final TransactionTemplate transaction;
    private final JdbcClient application;
    private final JdbcClient psql;
    private UUID paying = UUID.randomUUID();
    private UUID pending = UUID.randomUUID();

    @Autowired
    CommerceTamperingTest(
            ProductMapper products,
            OrderMapper orders,
            PaymentMapper payments,
            PlatformTransactionManager transactions,
            JdbcClient application,
            FreshDatabase.Switch database) {
        this.products = products;
        this.orders = orders;
        this.payments = payments;
        this.transaction = new TransactionTemplate(transactions);
        this.application = application;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void placeOrders() {
        transaction.executeWithoutResult(_ -> {
            var pack = Goods.tokenPack(10);
            products.insert(pack);
            products.insert(Goods.book(10));
            NewOrder first = Goods.order(pack, 1);
            NewOrder second = Goods.order(pack, 1);
            orders.insert(first);
            orders.insert(second);
            products.reserve(first.order().id(), Goods.NOW);
            products.reserve(second.order().id(), Goods.NOW);
            Payment payment = Goods.payment(first.order());
            payments.insert(payment);
            orders.change(first.order().paying(payment.id(), Goods.NOW), first.order(), Goods.NOW);
            paying = first.order().id().value();
            pending = second.order().id().value();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE commerce.products SET stock = 1 WHERE reserved > 1; chk_products_reserved",
                "UPDATE commerce.products SET reserved = 11; chk_products_reserved",
                "UPDATE commerce.products SET reserved = -1; chk_products_reserved",
                "UPDATE commerce.products SET price = 0; chk_products_price",
                "UPDATE commerce.products SET currency = 'JPY', price = 12.5; chk_products_price",
                "UPDATE commerce.products SET currency = 'KWD', price = 12; chk_products_price",
                "UPDATE commerce.orders SET currency = 'JPY', total = 12.5; chk_orders_total",
                "UPDATE commerce.payments SET currency = 'JPY', amount = 12.5; chk_payments_amount",
                "INSERT INTO commerce.order_items SELECT :pending, id, 1, 12.5, 'JPY', 10, created_at FROM commerce.products"
                        + "; chk_order_items_unit_price",
                "UPDATE commerce.products SET token_amount = NULL; chk_products_token_amount",
                "UPDATE commerce.products SET kind = 'goods'; chk_products_token_amount",
                "UPDATE commerce.orders SET status = 'paid' WHERE id = :pending; chk_orders_payment_id",
                "UPDATE commerce.orders SET status = 'cancelled' WHERE id = :paying; chk_orders_payment_id",
                "UPDATE commerce.orders SET payment_id = gen_random_uuid() WHERE id = :pending; fk_orders_payment_id",
                "UPDATE commerce.orders SET payment_id = (SELECT payment_id FROM commerce.orders WHERE id = :paying)"
                        + " WHERE id = :pending; fk_orders_payment_id",
                "UPDATE commerce.payments SET status = 'captured' WHERE order_id = :paying; chk_payments_captured",
                "UPDATE commerce.payments SET amount = amount + 0.01; another amount",
                "UPDATE commerce.payments SET currency = 'USD'; another amount",
                "WITH raised AS (UPDATE commerce.orders SET total = total + 1 WHERE id = :paying)"
                        + " INSERT INTO commerce.order_items SELECT :paying, id, 1, 1, 'EUR', 0, now()"
                        + " FROM commerce.products WHERE kind = 'goods' LIMIT 1; another amount",
                "INSERT INTO commerce.orders SELECT gen_random_uuid(), 'AAAA-BBBB-CCCC', gen_random_uuid(), 'pending', 25, 'EUR',"
                        + " NULL, expires_at, 'key', 1, created_at, updated_at FROM commerce.orders WHERE id = :pending"
                        + "; has no items",
                "UPDATE commerce.payments SET attention = 'order_failed' WHERE order_id = :paying; chk_payments_attention",
                "UPDATE commerce.payments SET attention = 'refund_unconfirmed' WHERE order_id = :paying; chk_payments_attention",
                "UPDATE commerce.order_items SET quantity = 2; append-only",
                "INSERT INTO commerce.order_items (order_id, product_id, quantity, unit_price, currency, created_at)"
                        + " SELECT order_id, (SELECT id FROM commerce.products WHERE id <> product_id LIMIT 1), 100, 1, 'EUR', now()"
                        + " FROM commerce.order_items WHERE order_id = :pending; at most 100 pieces",
                "INSERT INTO commerce.order_items (order_id, product_id, quantity, unit_price, currency, created_at)"
                        + " SELECT :pending, id, 101, 1, 'EUR', now() FROM commerce.products; chk_order_items_quantity",
                "TRUNCATE commerce.payment_decisions; append-only",
                "DELETE FROM commerce.order_items; append-only",
                "TRUNCATE commerce.payment_events; append-only",
                "DELETE FROM commerce.orders WHERE id = :pending; fk_order_items_order_id"
            })
    void theDatabaseRefusesInvalidRows(String sql, String refusal) {
        assertThatThrownBy(() -> psql.sql(sql)
                        .param("paying", paying)
                        .param("pending", pending)
                        .update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE commerce.orders SET total = total + 0.01 WHERE id = :pending",
                "UPDATE commerce.orders SET currency = 'USD' WHERE id = :pending",
                "INSERT INTO commerce.order_items SELECT :pending, id, 1, 1, 'EUR', 0, now() FROM commerce.products"
                        + " WHERE kind = 'goods' LIMIT 1",
                "WITH raised AS (UPDATE commerce.orders SET total = total + 1 WHERE id = :pending)"
                        + " INSERT INTO commerce.order_items SELECT :pending, id, 1, 1, 'USD', 0, now()"
                        + " FROM commerce.products WHERE kind = 'goods' LIMIT 1"
            })
    void theDatabaseRefusesAnOrderWhoseTotalIsNotThePriceOfItsItems(String sql) {
        assertThatThrownBy(() -> psql.sql(sql).param("pending", pending).update())
                .rootCause()
                .hasMessageContaining("is not the price of its items");
    }

    @Test
    void theDatabaseComparesTotalAndItemsAtTheCommit() {
        transaction.executeWithoutResult(_ -> {
            change("UPDATE commerce.orders SET total = total + 1 WHERE id = :pending");
            change(
                    "INSERT INTO commerce.order_items"
                            + " SELECT :pending, id, 1, 1, 'EUR', 0, now() FROM commerce.products WHERE kind = 'goods' LIMIT 1");
        });

        assertThat(psql.sql("SELECT total FROM commerce.orders WHERE id = ?")
                        .param(pending)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("26");
    }

    private void change(String sql) {
        application.sql(sql).param("pending", pending).update();
    }

    @ParameterizedTest
    @CsvSource({"pending, uq_payments_pending", "captured, uq_payments_captured"})
    void refusesASecondPaymentOfAnOrder(String status, String refusal) {
        psql.sql(
                        "UPDATE commerce.payments SET status = ?::commerce.payment_status, external_id = id::text WHERE order_id = ?")
                .params(status, paying)
                .update();

        assertThatThrownBy(() -> psql.sql("""
                                INSERT INTO commerce.payments (
                                    id, order_id, provider, external_id, source, status, amount, currency, idempotency_key,
                                    due_at, created_at, updated_at
                                )
                                SELECT
                                    gen_random_uuid(), order_id, provider, 'another', source, status, amount, currency, 'another',
                                    now(), now(), now()
                                FROM commerce.payments
                                WHERE order_id = ?""").param(paying).update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE commerce.order_items SET quantity = 2",
                "DELETE FROM commerce.order_items",
                "UPDATE commerce.payment_events SET type = 'captured'",
                "UPDATE commerce.payment_decisions SET reason = 'another'",
                "DELETE FROM commerce.payment_decisions",
                "DELETE FROM commerce.payments",
                "DELETE FROM commerce.orders",
                "DELETE FROM commerce.products",
                "TRUNCATE commerce.payment_events",
                "ALTER TABLE commerce.products DROP CONSTRAINT chk_products_reserved",
                "CREATE TABLE commerce.more (id int)",
                "TRUNCATE kernel.event_publication"
            })
    void theApplicationLacksThePrivilege(String sql) {
        Privileges.assertRefused(application, sql);
    }
}
