package dev.ashlar.bootstrap.sandbox;

import dev.ashlar.bootstrap.sandbox.SandboxPayment.Amount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The sandbox's books: one outcome for each reference, whatever is asked how often. */
public final class SandboxPayments {
    private final Map<String, SandboxPayment> payments = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** All of them. */
    public List<SandboxPayment> all() {
        return List.copyOf(payments.values());
    }

    /** How often somebody asked for a charge, repetitions included. */
    public int requests() {
        return requests.get();
    }

    /** What has become of a payment. */
    public Optional<SandboxPayment> find(String reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    SandboxPayment charge(String reference, Amount amount, SandboxSource source) {
        requests.incrementAndGet();
        return payments.computeIfAbsent(
                reference,
                key -> source == SandboxSource.DECLINED
                        ? new SandboxPayment(newId(), key, "declined", amount, "insufficient funds")
                        : new SandboxPayment(newId(), key, "captured", amount, null));
    }

    /** What was not charged by now never will be. */
    SandboxPayment cancel(String reference) {
        return payments.computeIfAbsent(
                reference,
                key -> new SandboxPayment(newId(), key, "declined", null, "cancelled before it was charged"));
    }

    Optional<SandboxPayment> refund(String reference) {
        return Optional.ofNullable(payments.computeIfPresent(
                reference, (key, payment) -> payment.status().equals("declined") ? payment : payment.refunded()));
    }

    private String newId() {
        return "ch_" + Long.toString(System.nanoTime(), 36) + "_" + numbers.incrementAndGet();
    }
}
