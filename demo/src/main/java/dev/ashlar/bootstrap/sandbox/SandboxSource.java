package dev.ashlar.bootstrap.sandbox;

import java.time.Duration;
import java.util.Locale;

/** Outcomes of a charge: its source is {@code tok_} and one of these. Any other source is approved. */
enum SandboxSource {
    /** {@code tok_approve}: charged. */
    APPROVE,
    /** {@code tok_declined}: refused. */
    DECLINED,
    /** {@code tok_late}: charged, but the answer comes after the caller has stopped waiting. */
    LATE,
    /** {@code tok_hangs}: neither charged nor answered. */
    HANGS;

    private static final Duration TOO_LONG = Duration.ofSeconds(4);

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
            try {
                Thread.sleep(TOO_LONG);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
