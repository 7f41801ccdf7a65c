// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Interactions for tests. */
public final class SampleInteractions {
    public static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");
    public static final String MODEL = "sandbox-small";
    public static final TokenUsage USAGE = new TokenUsage(1000, 200, 100, 50, UsageSource.PROVIDER);
    public static final CallResult SUCCESS = CallResult.succeeded(200, 800, null);
    public static final CallResult FAILURE = CallResult.failed(503, "Overloaded", 20, null);

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleInteractions() {}

    public static UserId user() {
        return new UserId(IDS.next());
    }

    public static AiProviderId newProvider() {
        return new AiProviderId(IDS.next());
    }

    /** Returns a new id of a call at a time. */
    public static InteractionId idAt(Instant time) {
        var random = ThreadLocalRandom.current();
        long high = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new InteractionId(new UUID(high, Long.MIN_VALUE | random.nextLong() >>> 2));
    }

    public static InteractionOrigin origin(AiProviderId provider, UserId user) {
        return new InteractionOrigin(provider, MODEL, user, "mentor", null);
    }

    /** Returns a call at a time that has succeeded. */
    public static Interaction interaction(InteractionOrigin origin, Instant time) {
        return interaction(idAt(time), origin, SUCCESS);
    }

    public static Interaction interaction(InteractionId id, InteractionOrigin origin, CallResult result) {
        return new Interaction(id, origin, result, USAGE, null, null, null);
    }

    /** Returns the interaction with contents. */
    public static Interaction with(Interaction given, @Nullable String request, @Nullable String response) {
        return new Interaction(
                given.id(), given.origin(), given.result(), given.usage(), given.costUsd(), request, response);
    }
}
