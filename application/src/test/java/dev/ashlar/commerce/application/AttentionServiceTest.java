// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentDecision;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionServiceTest {
    private final Shop shop = new Shop();
    private final OrderId order = shop.ordered(2);

    @Test
    void listsWhatCanBeDone() {
        var payment = capturedLate();

        assertThat(shop.attention.list(shop.admin, PageRequest.first()).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.payment().id()).isEqualTo(payment);
                    assertThat(row.userId()).isEqualTo(shop.buyer.userId());
                    assertThat(row.orderStatus()).isEqualTo(OrderStatus.FAILED);
                    assertThat(row.attention()).isEqualTo(PaymentAttention.ORDER_FAILED);
                    assertThat(row.actions()).containsExactly(PaymentAction.ACCEPT, PaymentAction.REFUND);
                });
    }

    @Test
    void acceptingALatePaymentDeliversTheOrderOnceItsItemsAreAvailable() {
        var payment = capturedLate();
        assertRefused(CommerceProblem.STOCK_INSUFFICIENT, () -> shop.attention.accept(shop.admin, payment, "Sorry"));

        releaseItems();
        var accepted = shop.attention.accept(shop.admin, payment, "Sorry");

        assertThat(accepted.order().status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.events).filteredOn(OrderPaid.class::isInstance).hasSize(1);
        assertThat(shop.reserved()).isZero();
        assertNoCases();
        assertRefused(CommerceProblem.ACTION_UNAVAILABLE, () -> shop.attention.accept(shop.admin, payment, "Again"));
        assertThat(shop.stores.decisions())
                .last()
                .returns(payment, PaymentDecision::paymentId)
                .returns(PaymentAction.ACCEPT, PaymentDecision::action)
                .returns(shop.admin.userId(), PaymentDecision::actorId)
                .returns("Sorry", PaymentDecision::reason);
    }

    @Test
    void reservesNothingOfALateOrderUnlessAllItemsAreAvailable() {
        var scarce = shop.stocked(Goods.book(1));
        var plenty = shop.stocked(Goods.book(10));
        var both = List.of(new Wanted(scarce.id(), 1), new Wanted(plenty.id(), 1));
        var late = shop.orders.place(shop.buyer, both, Goods.key()).order().id();
        shop.gateway.silent = true;
        var id = shop.workflow.pay(shop.buyer, late, "tok_approve", "late").id();
        shop.workflow.receive(Goods.PROVIDER, "1", "declined", id, ObedientGateway.declined(id, "no funds"));
        shop.orders.place(Shop.actor(Role.STUDENT), List.of(new Wanted(scarce.id(), 1)), Goods.key());

        shop.workflow.receive(Goods.PROVIDER, "2", "captured", id, ObedientGateway.captured(id, Money.of("25", "EUR")));

        assertThat(shop.products.get(plenty.id()).available()).isEqualTo(10);
        assertThat(shop.stores.find(id).orElseThrow().attention()).isEqualTo(PaymentAttention.ORDER_FAILED);
    }

    @Test
    void refundingALatePaymentReturnsTheMoney() {
        var payment = capturedLate();

        var refunded = shop.attention.refund(shop.admin, payment, "Sold out");
        shop.workflow.returnMoney(order);

        assertThat(refunded.order().status()).isEqualTo(OrderStatus.REFUNDED);
        assertPayment(payment, PaymentStatus.REFUNDED);
        assertNoCases();
    }

    @Test
    void aPaymentOfAnotherAmountIsAcceptedOrRefunded() {
        var payment = pending();
        shop.workflow.receive(
                Goods.PROVIDER, "1", "captured", payment, ObedientGateway.captured(payment, Money.of("49.99", "EUR")));
        assertThat(shop.stores.find(payment).orElseThrow().reason())
                .isEqualTo("The gateway captured 49.99 EUR instead of 50.00 EUR");
        assertThat(shop.reserved()).isZero();

        assertThat(shop.attention
                        .accept(shop.admin, payment, "One cent")
                        .order()
                        .status())
                .isEqualTo(OrderStatus.PAID);
    }

    @Test
    void aReturnedPaymentOfSpentTokensStaysPaidOrIsRefundedLater() {
        var payment = pending();
        shop.workflow.receive(Goods.PROVIDER, "1", "captured", payment, ObedientGateway.captured(payment, price()));
        given(shop.ledger.undo(any(), any())).willThrow(WalletProblem.TOKENS_INSUFFICIENT.because("Spent."));
        shop.workflow.receive(Goods.PROVIDER, "2", "refunded", payment, ObedientGateway.refunded(payment));
        assertRefused(
                WalletProblem.TOKENS_INSUFFICIENT, () -> shop.attention.refund(shop.admin, payment, "Charged back"));

        var accepted = shop.attention.accept(shop.admin, payment, "Gift");

        assertThat(accepted.order().status()).isEqualTo(OrderStatus.PAID);
        assertPayment(payment, PaymentStatus.REFUNDED);
        assertNoCases();
    }

    @Test
    void aReturnedPaymentRefundsTheOrderOnceItsTokensCanBeReversed() {
        var payment = pending();
        shop.workflow.receive(Goods.PROVIDER, "1", "captured", payment, ObedientGateway.captured(payment, price()));
        given(shop.ledger.undo(any(), any())).willReturn(Optional.of(new LedgerEntryId(UUID.randomUUID())));

        shop.workflow.receive(Goods.PROVIDER, "2", "refunded", payment, ObedientGateway.refunded(payment));

        assertThat(shop.orders.get(shop.buyer, order).order().status()).isEqualTo(OrderStatus.REFUNDED);
        assertNoCases();
    }

    @Test
    void aRetryAsksTheGatewayAgain() {
        var payment = pending();
        shop.gateway.silent = true;
        shop.wait(Placement.TIME_TO_PAY);
        shop.workflow.reconcile();
        assertThat(shop.workflow.retry(shop.admin, payment).status()).isEqualTo(PaymentStatus.PENDING);

        shop.gateway.silent = false;
        assertThat(shop.workflow.retry(shop.admin, payment).status()).isEqualTo(PaymentStatus.CAPTURED);

        assertThat(shop.orders.get(shop.buyer, order).order().status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.stores.decisions()).extracting(PaymentDecision::action).containsOnly(PaymentAction.RETRY);
        assertRefused(CommerceProblem.ACTION_UNAVAILABLE, () -> shop.workflow.retry(shop.admin, payment));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesNonAdministrators(Role role) {
        var payment = capturedLate();
        var actor = Shop.actor(role);

        assertRefused(KernelProblem.FORBIDDEN, () -> shop.attention.list(actor, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> shop.attention.accept(actor, payment, "Please"));
        assertRefused(KernelProblem.FORBIDDEN, () -> shop.attention.refund(actor, payment, "Please"));
        assertRefused(KernelProblem.FORBIDDEN, () -> shop.workflow.retry(actor, payment));
        assertThat(shop.stores.decisions()).isEmpty();
    }

    @Test
    void refusesToDecideAboutAnOwnOrder() {
        var payment = capturedLate();
        var buyer = new Actor(shop.buyer.userId(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

        assertRefused(CommerceProblem.OWN_ORDER, () -> shop.attention.accept(buyer, payment, "Please"));
        assertRefused(CommerceProblem.OWN_ORDER, () -> shop.attention.refund(buyer, payment, "Please"));
    }

    @Test
    void refusesUnknownPayments() {
        var unknown = Goods.paymentId();

        assertRefused(CommerceProblem.PAYMENT_NOT_FOUND, () -> shop.attention.accept(shop.admin, unknown, "Why"));
        assertRefused(CommerceProblem.PAYMENT_NOT_FOUND, () -> shop.attention.refund(shop.admin, unknown, "Why"));
        assertRefused(CommerceProblem.PAYMENT_NOT_FOUND, () -> shop.workflow.retry(shop.admin, unknown));
    }

    /** Begins a payment whose answer is lost. */
    private PaymentId pending() {
        shop.gateway.silent = true;
        var id = shop.workflow.pay(shop.buyer, order, "tok_approve", "key").id();
        shop.gateway.silent = false;
        return id;
    }

    /** Declines a payment, sells its items to another buyer, and captures it. */
    private PaymentId capturedLate() {
        var id = pending();
        shop.workflow.receive(Goods.PROVIDER, "1", "declined", id, ObedientGateway.declined(id, "no funds"));
        var pack = shop.stores.products().all().iterator().next();
        shop.orders.place(Shop.actor(Role.STUDENT), List.of(new Wanted(pack.id(), 9)), Goods.key());
        shop.workflow.receive(Goods.PROVIDER, "2", "captured", id, ObedientGateway.captured(id, price()));
        return id;
    }

    private void releaseItems() {
        shop.wait(Placement.TIME_TO_PAY);
        assertThat(shop.orders.expireOrders()).isEqualTo(1);
    }

    private static Money price() {
        return Money.of("50", "EUR");
    }

    private void assertPayment(PaymentId id, PaymentStatus status) {
        assertThat(shop.stores.find(id).orElseThrow().status()).isEqualTo(status);
    }

    private void assertNoCases() {
        assertThat(shop.attention.list(shop.admin, PageRequest.first()).items()).isEmpty();
    }
}
