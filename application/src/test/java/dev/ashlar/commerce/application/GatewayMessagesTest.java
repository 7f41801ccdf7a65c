// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Model check of all sequences of up to four gateway messages. A gateway's truth is the furthest of its messages, whatever their
 * order: pending, then declined, then captured, then refunded. Payment and order end as that truth demands, or in an attention case.
 */
class GatewayMessagesTest {
    private static final Money PRICE = Money.of("50", "EUR");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** Messages by their distance from the beginning; the two captures are equally far. */
    private enum Message {
        UNKNOWN_STATUS,
        PENDING,
        DECLINED,
        CAPTURED,
        CAPTURED_LESS,
        REFUNDED;

        GatewayAnswer about(PaymentId id) {
            return switch (this) {
                case UNKNOWN_STATUS -> new NoAnswer();
                case PENDING -> new Pending();
                case DECLINED -> ObedientGateway.declined(id, "no funds");
                case CAPTURED -> ObedientGateway.captured(id, PRICE);
                case CAPTURED_LESS -> ObedientGateway.captured(id, Money.of("49.99", "EUR"));
                case REFUNDED -> ObedientGateway.refunded(id);
            };
        }
    }

    /** Circumstances in which the messages arrive. */
    private enum World {
        /** The items can be reserved again, and tokens can be reversed. */
        EASY,
        /** Another order takes the items as soon as they are released. */
        ITEMS_TAKEN,
        /** The buyer spends the tokens as soon as they are credited. */
        TOKENS_SPENT
    }

    /** Ways in which the messages reach Ashlar. */
    private enum Way {
        WEBHOOKS,
        REPEATED_WEBHOOKS,
        RECONCILIATION
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everySequenceEndsRightOrInAnAttentionCase(
            @ForAll("sequences") List<Message> messages, @ForAll World world, @ForAll Way way) {
        var run = new Run(world);

        for (int index = 0; index < messages.size(); index++) {
            run.deliver(messages.get(index), way, "event-" + index);
            run.takeReleasedItems();
        }
        run.expire();

        run.check(messages);
    }

    /** The gateway is asked after some of the messages only, as the mask says. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void reconciliationFindsTheTruthOfWhatItSaw(
            @ForAll("sequences") List<Message> messages, @ForAll("masks") int mask) {
        Assume.that(messages.size() < 4 && mask < 1 << messages.size());
        var run = new Run(World.EASY);
        var seen = new ArrayList<Message>();

        for (int index = 0; index < messages.size(); index++) {
            run.shop.gateway.say(run.payment, messages.get(index).about(run.payment));
            if ((mask >> index & 1) == 1) {
                run.reconcile();
                seen.add(messages.get(index));
            }
        }
        run.expire();
        seen.add(messages.getLast());

        run.check(seen);
    }

    @Provide
    Arbitrary<List<Message>> sequences() {
        return Arbitraries.of(Message.class).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> masks() {
        return Arbitraries.integers().between(0, 7);
    }

    /** One order of two token packs whose payment got no answer. */
    private static final class Run {
        private final Shop shop = new Shop();
        private final World world;
        private final OrderId order;
        private final PaymentId payment;

        Run(World world) {
            this.world = world;
            var undo = given(shop.ledger.undo(any(), any()));
            if (world == World.TOKENS_SPENT) {
                undo.willThrow(WalletProblem.TOKENS_INSUFFICIENT.because("Spent."));
            } else {
                undo.willReturn(Optional.of(new LedgerEntryId(UUID.randomUUID())));
            }
            order = shop.ordered(2);
            shop.gateway.silent = true;
            payment = shop.workflow.pay(shop.buyer, order, "tok_approve", "key").id();
            shop.gateway.silent = false;
            shop.gateway.say(payment, new Pending());
        }

        void deliver(Message message, Way way, String event) {
            switch (way) {
                case WEBHOOKS -> receive(message, event);
                case REPEATED_WEBHOOKS -> {
                    receive(message, event);
                    receive(message, event);
                    receive(message, event + "-again");
                }
                case RECONCILIATION -> {
                    shop.gateway.say(payment, message.about(payment));
                    reconcile();
                }
            }
        }

        private void receive(Message message, String event) {
            // The web adapter delivers no message without news.
            if (message != Message.UNKNOWN_STATUS) {
                shop.workflow.receive(Goods.PROVIDER, event, "any", payment, message.about(payment));
            }
            shop.gateway.say(payment, new NoAnswer());
        }

        /** Reconciles as soon as the payment is due, unless nothing new is expected of it. */
        void reconcile() {
            for (var pause = Payments.PAUSE; !isRefunded() && shop.workflow.reconcile() == 0; pause = HALF_AN_HOUR) {
                shop.wait(pause);
            }
        }

        private boolean isRefunded() {
            return shop.stores.find(payment).orElseThrow().status() == PaymentStatus.REFUNDED;
        }

        void takeReleasedItems() {
            if (world == World.ITEMS_TAKEN && order().equals(OrderStatus.FAILED) && available() > 0) {
                var pack = shop.stores.products().all().iterator().next();
                shop.orders.place(
                        Shop.actor(Role.STUDENT), List.of(new Wanted(pack.id(), (int) available())), Goods.key());
            }
        }

        void expire() {
            shop.wait(Placement.TIME_TO_PAY);
            reconcile();
            takeReleasedItems();
        }

        void check(List<Message> messages) {
            var truth = messages.stream()
                    .filter(message -> message != Message.UNKNOWN_STATUS)
                    .max(Message::compareTo)
                    .orElse(Message.PENDING);
            var stored = shop.stores.find(payment).orElseThrow();
            var described = "%s in %s: order %s, payment %s".formatted(messages, world, order(), stored);
            boolean attended = shop.attention.list(shop.admin, PageRequest.first()).items().stream()
                    .anyMatch(row -> row.payment().id().equals(payment));
            assertThat(attended).as(described).isEqualTo(stored.attention() != null);

            switch (truth) {
                case UNKNOWN_STATUS, PENDING -> {
                    assertThat(stored.status()).as(described).isEqualTo(PaymentStatus.PENDING);
                    assertThat(stored.attention()).as(described).isEqualTo(PaymentAttention.OUTCOME_MISSING);
                    assertThat(order()).as(described).isEqualTo(OrderStatus.FAILED);
                }
                case DECLINED -> {
                    assertThat(stored.status()).as(described).isEqualTo(PaymentStatus.DECLINED);
                    assertThat(order()).as(described).isEqualTo(OrderStatus.FAILED);
                }
                case CAPTURED, CAPTURED_LESS -> {
                    boolean less = firstCapture(messages) == Message.CAPTURED_LESS;
                    assertThat(stored.attention() == PaymentAttention.AMOUNT_DIFFERENT)
                            .as(described)
                            .isEqualTo(less);
                    assertThat(stored.status()).as(described).isEqualTo(PaymentStatus.CAPTURED);
                    assertThat(order() == OrderStatus.PAID ^ (order() == OrderStatus.FAILED && attended))
                            .as(described)
                            .isTrue();
                }
                case REFUNDED -> {
                    assertThat(stored.status()).as(described).isEqualTo(PaymentStatus.REFUNDED);
                    assertThat(order() == OrderStatus.FAILED
                                    || order() == OrderStatus.REFUNDED
                                    || (order() == OrderStatus.PAID && attended))
                            .as(described)
                            .isTrue();
                }
            }
            assertBooksAgree(described, stored);
        }

        private static Message firstCapture(List<Message> messages) {
            return messages.stream()
                    .filter(message -> message == Message.CAPTURED || message == Message.CAPTURED_LESS)
                    .findFirst()
                    .orElseThrow();
        }

        /** Checks that no piece stays reserved, and that what was paid is delivered once. */
        private void assertBooksAgree(String described, Payment stored) {
            long others = shop.stores.all().stream()
                    .filter(other -> !other.id().equals(order))
                    .count();
            assertThat(shop.reserved()).as(described).isEqualTo(others == 0 ? 0 : 10);
            long paid = shop.events.stream().filter(OrderPaid.class::isInstance).count();
            boolean delivered = order() == OrderStatus.PAID || order() == OrderStatus.REFUNDED;
            assertThat(paid).as(described).isEqualTo(delivered ? 1 : 0);
            if (world == World.EASY && stored.status() != PaymentStatus.PENDING) {
                assertThat(stored.attention()).as(described).isIn(null, PaymentAttention.AMOUNT_DIFFERENT);
            }
        }

        private OrderStatus order() {
            return shop.stores.find(order).orElseThrow().status();
        }

        private long available() {
            return shop.stores.products().all().iterator().next().available();
        }
    }
}
