// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.domain.SampleCatalog.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.ashlar.ai.application.ActiveProviders;
import dev.ashlar.ai.application.ProviderWorkflow;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.kernel.application.HealthResult;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class AiProviderProbeTest {
    private static final AiProvider FIRST = provider("First");
    private static final AiProvider SECOND = provider("Second");

    private final ActiveProviders providers = Mockito.mock(ActiveProviders.class);
    private final ProviderWorkflow workflow = Mockito.mock(ProviderWorkflow.class);
    private final AiProviderProbe probe = new AiProviderProbe(providers, workflow);

    @BeforeEach
    void use() {
        given(providers.list()).willReturn(List.of(FIRST, SECOND));
    }

    @Test
    void isHealthyIfAllProvidersAnswer() {
        answer(FIRST, ProviderCheck.Result.OK);
        answer(SECOND, ProviderCheck.Result.OK);
        assertThat(probe.component()).isEqualTo("ai-providers");
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
    }

    @Test
    void isHealthyWithoutAProvider() {
        given(providers.list()).willReturn(List.of());
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
    }

    @Test
    void isDegradedIfSomeFail() {
        answer(FIRST, ProviderCheck.Result.OK);
        answer(SECOND, ProviderCheck.Result.SECRET_REFUSED);
        assertThat(probe.check()).isEqualTo(HealthResult.degraded("Providers fail: Second. Test them for the cause."));
    }

    @Test
    void isUnhealthyIfAllFail() {
        answer(FIRST, ProviderCheck.Result.UNREACHABLE);
        answer(SECOND, ProviderCheck.Result.FAILED);
        assertThat(probe.check())
                .isEqualTo(HealthResult.unhealthy("Providers fail: First, Second. Test them for the cause."));
    }

    private void answer(AiProvider provider, ProviderCheck.Result result) {
        given(workflow.check(provider)).willReturn(new ProviderCheck(result, null, 5, null));
    }
}
