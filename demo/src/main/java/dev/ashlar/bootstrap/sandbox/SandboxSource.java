// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Outcomes of a charge: its source is {@code tok_} and one of these. Any other source is approved. */
enum SandboxSource {
    /** {@code tok_approve}: charged. */
    APPROVE,
    /** {@code tok_declined}: refused. */
    DECLINED,
    /** {@code tok_secure}: refused, then charged at the buyer's second attempt. */
    SECURE,
    /** {@code tok_returned}: charged, then returned by the gateway. */
    RETURNED,
    /** {@code tok_late}: charged, but the answer comes after the caller has stopped waiting. */
    LATE,
    /** {@code tok_hangs}: neither charged nor answered. */
    HANGS;

    private static final Duration TOO_LONG = Duration.ofSeconds(4);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    static SandboxSource of(String source) {
        for (var known : values()) {
            if (source.equals("tok_" + known.name().toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        return APPROVE;
    }

    /** Waits longer than a caller does, if this source says so. */
    void hang() {
        if (this == LATE || this == HANGS) {
            sleep(TOO_LONG);
        }
    }

    /** Returns true if the first outcome is a refusal. */
    boolean isRefusedFirst() {
        return this == DECLINED || this == SECURE;
    }

    /** Returns what becomes of a payment a moment after its first outcome; empty if nothing more. */
    Optional<String> nextStatus() {
        return switch (this) {
            case SECURE -> Optional.of("captured");
            case RETURNED -> Optional.of("refunded");
            case APPROVE, DECLINED, LATE, HANGS -> Optional.empty();
        };
    }

    static void waitAMoment() {
        sleep(A_MOMENT);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
