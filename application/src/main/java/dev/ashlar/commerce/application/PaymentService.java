package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Outcome;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentEvents;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.Products;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a payment that are transactions. Between them {@link PaymentWorkflow} talks to the gateway. */
@ApplicationService
public class PaymentService {
    /** After that long without news of a payment the gateway is asked. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);
    private static final int RECONCILIATION_BATCH = 20;

    private final Payments payments;
    private final PaymentEvents inbox;
    private final Orders orders;
    private final Products products;
    private final OrderBook book;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    PaymentService(
            Payments payments,
            PaymentEvents inbox,
            Orders orders,
            Products products,
            OrderBook book,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.payments = payments;
        this.inbox = inbox;
        this.orders = orders;
        this.products = products;
        this.book = book;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes that the actor's order is about to be paid; a payment that was begun under the same key is returned. */
    @Transactional
    public Payment begin(Actor actor, OrderId orderId, String provider, String source, String key) {
        var order = book.lockOwnedBy(actor, orderId);
        var earlier = payments.findByKey(orderId, key);
        if (earlier.isPresent()) {
            earlier.get().requireSame(source);
            return earlier.get();
        }
        var now = clock.instant();
        var payment = Payment.of(new PaymentId(ids.next()), order, provider, source, key, now);
        var paying = order.paying(payment.id(), now);
        payments.insert(payment);
        if (!orders.change(paying, order, now)) {
            throw CommerceProblem.PAYMENT_PENDING.because("Something has happened to the order at this moment.");
        }
        return payment;
    }

    /** Takes note of what the gateway says; once for each outcome, however often and by whichever way it comes. */
    @Transactional
    public PaymentView settle(PaymentId id, GatewayAnswer answer) {
        var order = book.lock(find(id).orderId());
        return PaymentView.of(apply(order, find(id), answer));
    }

    /** Takes note of a message of the gateway, unless it came before. Who calls has made sure that it is the gateway's. */
    @Transactional
    public void receive(String provider, String eventId, String type, PaymentId id, GatewayAnswer answer) {
        var payment = find(id);
        if (!payment.provider().equals(provider)) {
            throw noPayment(id);
        }
        var order = book.lock(payment.orderId());
        if (inbox.receive(provider, eventId, id, type, clock.instant())) {
            apply(order, find(id), answer);
        }
    }

    /** Takes the next payments whose outcome nobody has learned. */
    @Transactional
    public List<Payment> claimUnsettled() {
        var now = clock.instant();
        return payments.claimUnsettled(now.minus(PATIENCE), now, RECONCILIATION_BATCH);
    }

    /** The payment that an order was paid with. */
    public Payment paymentOf(OrderId orderId) {
        return find(Objects.requireNonNull(book.find(orderId).paymentId(), "paymentId"));
    }

    /** What becomes of a payment by that answer. Its order is held, so nobody else is at it. */
    private Payment apply(Order order, Payment payment, GatewayAnswer answer) {
        return switch (payment.status()) {
            case PENDING ->
                switch (answer.outcome()) {
                    case CAPTURED -> capture(order, payment, answer);
                    case DECLINED -> decline(order, payment, answer);
                    default -> payment;
                };
            case REFUNDING -> answer.outcome() == Outcome.REFUNDED ? change(payment.refunded(), payment) : payment;
            case DECLINED -> {
                if (answer.outcome() == Outcome.CAPTURED) {
                    LOG.error("The gateway says that it captured {}, which it had declined.", payment.id());
                }
                yield payment;
            }
            default -> payment;
        };
    }

    private Payment capture(Order order, Payment payment, GatewayAnswer answer) {
        if (!payment.amount().equals(answer.amount())) {
            throw CommerceProblem.PAYMENT_MISMATCH.because("The payment is of " + payment.amount() + ".");
        }
        var captured = change(payment.captured(Objects.requireNonNull(answer.externalId())), payment);
        change(order.paid(), order);
        products.sell(order.id(), clock.instant());
        events.publishEvent(new OrderPaid(
                order.id(), order.orderNo(), order.userId(), book.tokens(order.id()), order.total(), clock.instant()));
        return captured;
    }

    private Payment decline(Order order, Payment payment, GatewayAnswer answer) {
        var why = answer.reason() == null ? "declined" : answer.reason();
        var declined = change(payment.declined(answer.externalId(), why), payment);
        change(order.failed(), order);
        products.release(order.id(), clock.instant());
        return declined;
    }

    private Payment change(Payment next, Payment previous) {
        if (!payments.change(next, previous, clock.instant())) {
            throw new IllegalStateException(previous + " was changed by somebody who did not hold its order.");
        }
        return next;
    }

    private void change(Order next, Order previous) {
        if (!orders.change(next, previous, clock.instant())) {
            throw new IllegalStateException(previous + " was changed while it was held.");
        }
    }

    private Payment find(PaymentId id) {
        return payments.find(id).orElseThrow(() -> noPayment(id));
    }

    private static DomainException noPayment(PaymentId id) {
        return CommerceProblem.PAYMENT_NOT_FOUND.because("No payment has the id " + id.value() + ".");
    }
}
