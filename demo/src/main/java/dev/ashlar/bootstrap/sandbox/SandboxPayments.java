// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import dev.ashlar.bootstrap.sandbox.SandboxPayment.Amount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Payments of the sandbox: one outcome for each reference, however often it is requested. */
public final class SandboxPayments {
    private final Map<String, SandboxPayment> payments = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** Returns all payments. */
    public List<SandboxPayment> all() {
        return List.copyOf(payments.values());
    }

    /** Returns the number of charge requests, repetitions included. */
    public int requests() {
        return requests.get();
    }

    /** Returns the payment with that reference. */
    public Optional<SandboxPayment> find(String reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    SandboxPayment charge(String reference, Amount amount, SandboxSource source) {
        requests.incrementAndGet();
        return payments.computeIfAbsent(
                reference,
                key -> source.isRefusedFirst()
                        ? new SandboxPayment(newId(), key, "declined", amount, "insufficient funds", false)
                        : new SandboxPayment(newId(), key, "captured", amount, null, false));
    }

    /** Declines a reference that has not been charged. */
    SandboxPayment cancel(String reference) {
        return payments.computeIfAbsent(
                reference,
                key -> new SandboxPayment(newId(), key, "declined", null, "cancelled before it was charged", false));
    }

    Optional<SandboxPayment> refund(String reference) {
        return Optional.ofNullable(payments.computeIfPresent(
                reference, (key, payment) -> payment.status().equals("declined") ? payment : payment.with("refunded")));
    }

    /** Changes a payment that is still as it was; a payment that was changed meanwhile stays. */
    Optional<SandboxPayment> proceed(SandboxPayment before, String nextStatus) {
        var after = before.with(nextStatus);
        return payments.replace(before.reference(), before, after) ? Optional.of(after) : Optional.empty();
    }

    private String newId() {
        return "ch_" + Long.toString(System.nanoTime(), 36) + "_" + numbers.incrementAndGet();
    }
}
