// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.wallet.LedgerEntryId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundServiceTest {
    private final Shop shop = new Shop();
    private final OrderId order = shop.paid(2);

    @Test
    void aRefundReversesTheTokensAndReturnsTheMoney() {
        tokensAreCredited();
        shop.events.clear();

        var refunded = shop.refunds.refund(shop.admin, order, "Broken promise");

        assertThat(refunded.order().status()).isEqualTo(OrderStatus.REFUNDED);
        assertPayment(PaymentStatus.REFUNDING);
        assertThat(shop.events).singleElement().isInstanceOfSatisfying(OrderRefunded.class, event -> {
            assertThat(event.tokens()).isEqualTo(200);
            assertThat(event.orderId()).isEqualTo(order);
        });

        shop.workflow.returnMoney(order);
        shop.workflow.returnMoney(order);
        assertPayment(PaymentStatus.REFUNDED);
    }

    @Test
    void aRefundStaysOpenUntilTheGatewayConfirms() {
        tokensAreCredited();
        shop.refunds.refund(shop.admin, order, "Broken promise");
        shop.gateway.silent = true;

        assertThatIllegalStateException().isThrownBy(() -> shop.workflow.returnMoney(order));

        assertPayment(PaymentStatus.REFUNDING);
    }

    @Test
    void aRefundBeforeTheCreditLeavesTheCreditOut() {
        var paid = shop.events.stream()
                .filter(OrderPaid.class::isInstance)
                .map(OrderPaid.class::cast)
                .findFirst()
                .orElseThrow();
        given(shop.ledger.undo("order:" + order.value(), "Broken promise")).willReturn(Optional.empty());

        shop.refunds.refund(shop.admin, order, "Broken promise");
        shop.tokens.credit(paid);

        then(shop.ledger).should(never()).credit(any(), any());
        assertThat(shop.events)
                .last()
                .isInstanceOfSatisfying(
                        OrderRefunded.class, event -> assertThat(event.tokens()).isZero());
    }

    @Test
    void aRefundIsRecorded() {
        tokensAreCredited();
        shop.refunds.refund(shop.admin, order, "Broken promise");

        assertThat(shop.stores.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.action()).isEqualTo(PaymentAction.REFUND);
            assertThat(decision.actorId()).isEqualTo(shop.admin.userId());
            assertThat(decision.reason()).isEqualTo("Broken promise");
        });
    }

    @Test
    void reconciliationRepeatsARefundThatTheGatewayHasNotConfirmed() {
        tokensAreCredited();
        shop.refunds.refund(shop.admin, order, "Broken promise");
        shop.gateway.silent = true;
        shop.wait(Payments.PAUSE);
        shop.workflow.reconcile();
        assertPayment(PaymentStatus.REFUNDING);
        assertThat(shop.attention.list(shop.admin, PageRequest.first()).items())
                .singleElement()
                .satisfies(found -> assertThat(found.attention()).isEqualTo(PaymentAttention.REFUND_UNCONFIRMED));

        shop.gateway.silent = false;
        shop.wait(Payments.LONG_PAUSE);
        shop.workflow.reconcile();

        assertPayment(PaymentStatus.REFUNDED);
        assertThat(shop.attention.list(shop.admin, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void refundsAPaidOrderOnce() {
        tokensAreCredited();
        shop.refunds.refund(shop.admin, order, "Broken promise");

        assertRefused(CommerceProblem.ILLEGAL_TRANSITION, () -> shop.refunds.refund(shop.admin, order, "Again"));
        var unpaid = shop.ordered(1);
        assertRefused(CommerceProblem.ILLEGAL_TRANSITION, () -> shop.refunds.refund(shop.admin, unpaid, "Never paid"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesARefundByANonAdministrator(Role role) {
        assertRefused(KernelProblem.FORBIDDEN, () -> shop.refunds.refund(Shop.actor(role), order, "Please"));
    }

    @Test
    void refusesARefundOfAnOwnOrder() {
        var buyer = new Actor(shop.buyer.userId(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

        assertRefused(CommerceProblem.OWN_ORDER, () -> shop.refunds.refund(buyer, order, "Please"));
    }

    private void tokensAreCredited() {
        given(shop.ledger.undo("order:" + order.value(), "Broken promise"))
                .willReturn(Optional.of(new LedgerEntryId(UUID.randomUUID())));
    }

    private void assertPayment(PaymentStatus status) {
        var payment = shop.orders.get(shop.buyer, order).payment();
        assertThat(payment).isNotNull();
        assertThat(payment.status()).isEqualTo(status);
    }
}
