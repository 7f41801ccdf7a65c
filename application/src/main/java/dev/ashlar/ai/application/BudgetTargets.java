// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.KnownPlatforms;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Users, providers and platforms that budgets may have. Runs in the caller's transaction. */
@Component
class BudgetTargets {
    private final People people;
    private final AiProviders providers;
    private final KnownPlatforms platforms;

    BudgetTargets(People people, AiProviders providers, KnownPlatforms platforms) {
        this.people = people;
        this.providers = providers;
        this.platforms = platforms;
    }

    /** Refuses a target that does not exist. An account stays locked, so that a deleted user gets no budget after the erasure. */
    void requireKnown(BudgetTarget target) {
        switch (target.scope()) {
            case USER -> requireUser(Objects.requireNonNull(target.userId()));
            case PROVIDER -> requireProvider(Objects.requireNonNull(target.providerId()));
            case PLATFORM ->
                Fields.require(
                        platforms.contains(Objects.requireNonNull(target.platform())),
                        "/platform",
                        "must be the code of a platform");
        }
    }

    private void requireUser(UserId user) {
        Fields.require(
                people.lockDeactivated(Set.of(user)).isEmpty()
                        && !people.profiles(Set.of(user)).isEmpty(),
                "/userId",
                "must be the id of an active user");
    }

    private void requireProvider(AiProviderId provider) {
        if (providers.find(provider).isEmpty()) {
            throw AiProblem.PROVIDER_NOT_FOUND.because(
                    "There is no provider " + provider.value() + ". List the providers for their ids.");
        }
    }
}
