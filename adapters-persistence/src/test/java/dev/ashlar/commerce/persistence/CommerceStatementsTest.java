// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static dev.ashlar.commerce.persistence.TestShop.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentService;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import dev.ashlar.wallet.TokenLedger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Round trips of ordering and paying: independent of the number of items and orders. */
@ServiceTest
class CommerceStatementsTest {
    private final OrderService orders;
    private final PaymentService payments;
    private final PaymentWorkflow workflow;
    private final TokenLedger ledger;
    private final StatementCounter statements;
    private final TestShop shop;
    private final Actor buyer = actor(Role.STUDENT);

    @Autowired
    private PaymentGateway gateway;

    @Autowired
    CommerceStatementsTest(
            ProductService products,
            OrderService orders,
            PaymentService payments,
            PaymentWorkflow workflow,
            TokenLedger ledger,
            StatementCounter statements,
            FreshDatabase.Switch database) {
        this.orders = orders;
        this.payments = payments;
        this.workflow = workflow;
        this.ledger = ledger;
        this.statements = statements;
        this.shop = new TestShop(products, orders, database);
    }

    @BeforeEach
    void openWallet() {
        ledger.open(buyer.userId());
        given(gateway.provider()).willReturn("test");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void placesAnOrderInFourStatements(int items) {
        var wanted = packs(items);

        assertThat(statements.of(() -> shop.order(buyer, wanted, Goods.key())))
                .containsExactly(
                        "OrderMapper.findByKey", "ProductMapper.lock", "OrderMapper.insert", "ProductMapper.reserve");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void paysAnOrderInFiveStatementsBeforeTheChargeAndSevenAfter(int items) {
        var order = shop.order(buyer, packs(items), Goods.key());

        given(gateway.charge(any(), any(), any()))
                .willAnswer(charge -> new Captured("ext-" + charge.getArgument(0), charge.getArgument(1)));

        assertThat(statements.of(() -> workflow.pay(buyer, order, "tok", "key")))
                .containsExactly(
                        "OrderMapper.find",
                        "OrderMapper.lock",
                        "PaymentMapper.findByKey",
                        "PaymentMapper.insert",
                        "OrderMapper.change",
                        "PaymentMapper.find",
                        "OrderMapper.lock",
                        "PaymentMapper.find",
                        "PaymentMapper.change",
                        "OrderMapper.change",
                        "ProductMapper.sell",
                        "OrderMapper.items");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void readsAnOrderInThreeStatements(int items) {
        var order = shop.order(buyer, packs(items), Goods.key());
        payments.begin(buyer, order, "test", "tok", "key");

        assertThat(statements.of(() -> orders.get(buyer, order)))
                .containsExactly("OrderMapper.find", "OrderMapper.items", "PaymentMapper.find");
    }

    @Test
    void readsAPageOfOrdersInOneStatement() {
        var pack = shop.pack(100);
        for (int count = 0; count < Placement.MAX_UNPAID; count++) {
            shop.order(buyer, pack);
        }

        for (int limit : List.of(1, Placement.MAX_UNPAID - 1)) {
            assertThat(statements.of(() -> orders.list(buyer, null, new PageRequest(limit, null))))
                    .containsExactly("OrderViewMapper.orders");
        }
    }

    private List<ProductId> packs(int count) {
        return Stream.generate(() -> shop.pack(10)).limit(count).toList();
    }
}
