// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.ai.domain.ProviderCheck.Result;
import dev.ashlar.ai.domain.ProviderNetwork;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on providers that calls them, or takes one transaction for each. */
@Workflow
public class ProviderWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderWorkflow.class);

    private final AiProviderService service;
    private final ProviderSecrets secrets;
    private final ProviderNetwork network;

    ProviderWorkflow(AiProviderService service, ProviderSecrets secrets, ProviderNetwork network) {
        this.service = service;
        this.secrets = secrets;
        this.network = network;
    }

    /** Asks a provider for its models, whether it is active or not. */
    public ProviderCheckView test(Actor actor, AiProviderId id) {
        return ProviderCheckView.of(check(service.forTest(actor, id)));
    }

    /** Asks a provider for its models, for the watch over all of them. A secret that does not open is a failure of its provider. */
    public ProviderCheck check(AiProvider provider) {
        @Nullable ProviderSecret secret;
        try {
            secret = secrets.open(provider);
        } catch (IllegalStateException sealed) {
            // without a trace, because the watch repeats it each minute
            LOG.error(
                    "Secret of a provider does not open provider={} cause={}",
                    provider.id().value(),
                    sealed.getMessage());
            return new ProviderCheck(Result.FAILED, null, 0, "The stored secret does not open. Send it again.");
        }
        return network.check(provider, secret);
    }

    /** Seals all secrets under the current key; returns the number of those that were not. One that does not open stays as it is. */
    @Job(name = "ai.reseal-secrets", every = "1h")
    public int resealSecrets() {
        long resealed = 0;
        for (var batch = secrets.outdated(null); !batch.isEmpty(); batch = secrets.outdated(batch.getLast())) {
            resealed += batch.stream().filter(this::reseal).count();
        }
        return Math.toIntExact(resealed);
    }

    private boolean reseal(AiProviderId id) {
        try {
            return secrets.reseal(id);
        } catch (IllegalStateException unreadable) {
            LOG.error("Secret not sealed anew provider={} cause={}", id.value(), unreadable.getMessage());
            return false;
        }
    }
}
