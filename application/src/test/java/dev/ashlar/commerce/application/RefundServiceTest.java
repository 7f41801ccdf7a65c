package dev.ashlar.commerce.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
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
    void refusesARefundBeforeTheTokensAreCredited() {
        given(shop.ledger.undo("order:" + order.value(), "Broken promise")).willReturn(Optional.empty());

        assertRefused(
                CommerceProblem.TOKENS_NOT_CREDITED, () -> shop.refunds.refund(shop.admin, order, "Broken promise"));
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
        var payment = shop.orders.order(shop.buyer, order).payment();
        assertThat(payment).isNotNull();
        assertThat(payment.status()).isEqualTo(status);
    }
}
