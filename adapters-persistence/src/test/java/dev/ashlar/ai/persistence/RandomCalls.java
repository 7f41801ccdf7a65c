// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.callAt;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Calls of some users at some providers between two times, of which one model has no price. */
record RandomCalls(Random random, List<UserId> users, List<AiProviderId> providers, Instant from, Instant now) {
    static final List<String> PLATFORMS = List.of("one", "other");

    private static final List<String> MODELS = List.of("small", "large", "unpriced");

    int oneOf(int number) {
        return random.nextInt(number);
    }

    /** Returns the id of a call that is made now or was made earlier. */
    InteractionId id() {
        return callAt(
                random.nextBoolean()
                        ? now
                        : from.plusMillis(
                                random.nextLong(Duration.between(from, now).toMillis())));
    }

    InteractionOrigin origin() {
        return new InteractionOrigin(oneOf(providers), oneOf(MODELS), oneOf(users), oneOf(PLATFORMS), null);
    }

    /** Returns a call that has failed or not, with or without a known usage. */
    Interaction call(InteractionId id, InteractionOrigin origin) {
        boolean failed = oneOf(4) == 0;
        var result = failed ? CallResult.failed(503, "Overloaded", 20, null) : CallResult.succeeded(200, 800, 90);
        long prompt = oneOf(2000);
        long completion = oneOf(1000);
        var usage = failed && random.nextBoolean()
                ? null
                : new TokenUsage(prompt, completion, prompt / 3, completion / 2, UsageSource.PROVIDER);
        return new Interaction(id, origin, result, usage, null, null, null);
    }

    private <T> T oneOf(List<T> some) {
        return some.get(oneOf(some.size()));
    }
}
