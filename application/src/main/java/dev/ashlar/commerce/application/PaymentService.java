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
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.Products;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Duration;
import java.time.Instant;
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
        var order = book.ownedBy(actor, orderId);
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
        var payment = find(id);
        apply(payment, answer);
        return PaymentView.of(find(id));
    }

    /** Takes note of a message of the gateway, unless it came before. Who calls has made sure that it is the gateway's. */
    @Transactional
    public void receive(String provider, String eventId, String type, PaymentId id, GatewayAnswer answer) {
        var payment = find(id);
        if (!payment.provider().equals(provider)) {
            throw noPayment(id);
        }
        if (inbox.receive(provider, eventId, id, type, clock.instant())) {
            apply(payment, answer);
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

    private void apply(Payment payment, GatewayAnswer answer) {
        var now = clock.instant();
        if (payment.status() == PaymentStatus.PENDING && answer.outcome() == Outcome.CAPTURED) {
            capture(payment, answer, now);
        } else if (payment.status() == PaymentStatus.PENDING && answer.outcome() == Outcome.DECLINED) {
            decline(payment, answer, now);
        } else if (payment.status() == PaymentStatus.REFUNDING && answer.outcome() == Outcome.REFUNDED) {
            payments.change(payment.refunded(), payment, now);
        } else if (payment.status() == PaymentStatus.DECLINED && answer.outcome() == Outcome.CAPTURED) {
            LOG.error("The gateway says that it captured the payment {}, which it had declined.", payment.id());
        }
    }

    private void capture(Payment payment, GatewayAnswer answer, Instant now) {
        if (!payment.amount().equals(answer.amount())) {
            throw CommerceProblem.PAYMENT_MISMATCH.because("The payment is of " + payment.amount() + ".");
        }
        var order = book.find(payment.orderId());
        if (finish(order, order.paid(), payment, payment.captured(Objects.requireNonNull(answer.externalId())), now)) {
            products.sell(order.id(), now);
            events.publishEvent(new OrderPaid(
                    order.id(), order.orderNo(), order.userId(), book.tokens(order.id()), order.total(), now));
        }
    }

    private void decline(Payment payment, GatewayAnswer answer, Instant now) {
        var why = answer.reason() == null ? "declined" : answer.reason();
        var order = book.find(payment.orderId());
        if (finish(order, order.failed(), payment, payment.declined(answer.externalId(), why), now)) {
            products.release(order.id(), now);
        }
    }

    /** False if another one who heard of it was faster; the order's row decides. */
    private boolean finish(Order order, Order next, Payment payment, Payment settled, Instant now) {
        if (!orders.change(next, order, now)) {
            return false;
        }
        if (!payments.change(settled, payment, now)) {
            throw new IllegalStateException("The order of " + payment + " was unsettled, but it was not.");
        }
        return true;
    }

    private Payment find(PaymentId id) {
        return payments.find(id).orElseThrow(() -> noPayment(id));
    }

    private static DomainException noPayment(PaymentId id) {
        return CommerceProblem.PAYMENT_NOT_FOUND.because("No payment has the id " + id.value() + ".");
    }
}
