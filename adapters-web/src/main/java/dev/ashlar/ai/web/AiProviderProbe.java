// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.ActiveProviders;
import dev.ashlar.ai.application.ProviderWorkflow;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Asks each active provider for its models, all at the same time. */
@Component
final class AiProviderProbe implements HealthProbe {
    private final ActiveProviders providers;
    private final ProviderWorkflow workflow;

    AiProviderProbe(ActiveProviders providers, ProviderWorkflow workflow) {
        this.providers = providers;
        this.workflow = workflow;
    }

    @Override
    public String component() {
        return "ai-providers";
    }

    @Override
    public HealthResult check() {
        var active = providers.list();
        var failing = failing(active);
        if (failing.isEmpty()) {
            return HealthResult.HEALTHY;
        }
        var details = "Providers fail: " + String.join(", ", failing) + ". Test them for the cause.";
        return failing.size() == active.size() ? HealthResult.unhealthy(details) : HealthResult.degraded(details);
    }

    private List<String> failing(List<AiProvider> active) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var checks = threads.invokeAll(active.stream().map(this::check).toList());
            var failing = new ArrayList<String>();
            for (int number = 0; number < active.size(); number++) {
                if (checks.get(number).get().result() != ProviderCheck.Result.OK) {
                    failing.add(active.get(number).name());
                }
            }
            return failing;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while providers were checked.", stopping);
        }
    }

    private Callable<ProviderCheck> check(AiProvider provider) {
        return () -> workflow.check(provider);
    }
}
