package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.Payment.Attempt;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Transactional steps of a payment. {@link PaymentWorkflow} calls the gateway between them. */
@ApplicationService
public class PaymentService {
    /** Time without an outcome after which the gateway is asked about a payment. */
    static final Duration TIME_TO_SETTLE = Duration.ofMinutes(1);

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

    /** Records a pending payment of the actor's order, or returns the one that was begun under the same key. */
    @Transactional
    public Payment begin(Actor actor, OrderId orderId, String provider, String source, String key) {
        var order = book.lockOwnedBy(actor, orderId);
        var earlier = payments.findByKey(orderId, key);
        if (earlier.isPresent()) {
            earlier.get().attempt().requireSource(source);
            return earlier.get();
        }
        var now = clock.instant();
        var payment = Payment.of(new PaymentId(ids.next()), order, new Attempt(provider, source, key, now));
        var paying = order.paying(payment.id(), now);
        payments.insert(payment);
        if (!orders.change(paying, order, now)) {
            throw CommerceProblem.PAYMENT_PENDING.because(
                    "Another payment of order " + order.orderNo() + " began at the same moment. Read the order again.");
        }
        return payment;
    }

    /** Applies an answer of the gateway. An outcome takes effect once, however often and in whatever way it arrives. */
    @Transactional
    public PaymentView settle(PaymentId id, GatewayAnswer answer) {
        var order = book.lock(find(id).orderId());
        return PaymentView.of(apply(order, find(id), answer));
    }

    /** Applies a webhook message of the gateway unless it was received before. The caller has verified its signature. */
    @Transactional
    public void receive(String provider, String eventId, String type, PaymentId id, GatewayAnswer answer) {
        var payment = find(id);
        if (!payment.attempt().provider().equals(provider)) {
            throw noPayment(id);
        }
        var order = book.lock(payment.orderId());
        if (inbox.receive(provider, eventId, id, type, clock.instant())) {
            apply(order, find(id), answer);
        }
    }

    /** Claims a batch of pending payments that the gateway must be asked about. */
    @Transactional
    public List<Payment> claimUnsettled() {
        var now = clock.instant();
        return payments.claimUnsettled(now.minus(TIME_TO_SETTLE), now, RECONCILIATION_BATCH);
    }

    /** Returns the payment of an order. */
    public Payment paymentOf(OrderId orderId) {
        return book.payment(book.find(orderId)).orElseThrow();
    }

    /** Applies an answer to a payment, whose order is locked. */
    private Payment apply(Order order, Payment payment, GatewayAnswer answer) {
        return switch (payment.status()) {
            case PENDING ->
                switch (answer) {
                    case Captured captured -> capture(order, payment, captured);
                    case Declined declined -> decline(order, payment, declined);
                    case Pending _ -> payment;
                    case Refunded _ -> payment;
                    case Unknown _ -> payment;
                    case NoAnswer _ -> payment;
                };
            case REFUNDING -> answer instanceof Refunded ? change(payment.refunded(), payment) : payment;
            case DECLINED -> {
                if (answer instanceof Captured) {
                    LOG.error(
                            "Declined payment was captured payment={}",
                            payment.id().value());
                }
                yield payment;
            }
            case CAPTURED, REFUNDED -> payment;
        };
    }

    private Payment capture(Order order, Payment payment, Captured answer) {
        if (!payment.amount().equals(answer.amount())) {
            throw CommerceProblem.PAYMENT_MISMATCH.because("The gateway took " + answer.amount() + ", but payment "
                    + payment.id().value() + " is of " + payment.amount() + ". Correct the amount.");
        }
        var captured = change(payment.captured(answer.externalId()), payment);
        change(order.paid(), order);
        products.sell(order.id(), clock.instant());
        events.publishEvent(new OrderPaid(
                order.id(), order.orderNo(), order.buyer(), book.tokens(order.id()), order.total(), clock.instant()));
        return captured;
    }

    private Payment decline(Order order, Payment payment, Declined answer) {
        var declined = change(payment.declined(answer.externalId(), answer.reason()), payment);
        change(order.failed(), order);
        products.release(order.id(), clock.instant());
        return declined;
    }

    private Payment change(Payment next, Payment previous) {
        if (!payments.change(next, previous, clock.instant())) {
            throw new IllegalStateException(
                    "Payment " + previous.id().value() + " changed although its order was locked.");
        }
        return next;
    }

    private void change(Order next, Order previous) {
        if (!orders.change(next, previous, clock.instant())) {
            throw new IllegalStateException("Order " + previous.id().value() + " changed although it was locked.");
        }
    }

    private Payment find(PaymentId id) {
        return payments.find(id).orElseThrow(() -> noPayment(id));
    }

    private static DomainException noPayment(PaymentId id) {
        return CommerceProblem.PAYMENT_NOT_FOUND.because("Payment " + id.value() + " does not exist at this provider.");
    }
}
