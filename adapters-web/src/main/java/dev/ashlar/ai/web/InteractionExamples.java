// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.IngestedInteractions;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.ai.application.ProcessedInteractions;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.ai.web.InteractionController.StatusRequest;
import dev.ashlar.ai.web.InteractionRequest.OriginRequest;
import dev.ashlar.ai.web.InteractionRequest.ResultRequest;
import dev.ashlar.ai.web.InteractionRequest.UsageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of interactions for the API description. */
@Component
class InteractionExamples implements ExampleRecords {
    private static final InteractionId CALL =
            new InteractionId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000e1"));
    private static final AiProviderId PROVIDER =
            new AiProviderId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000e0"));
    private static final UserId CALLER = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000001"));

    @Override
    public List<Record> all() {
        var view = new InteractionView(
                CALL,
                new InteractionOrigin(PROVIDER, "sandbox-small", CALLER, "mentor", null),
                CallResult.succeeded(200, 850, null),
                new TokenUsage(1200, 350, 1000, 0, UsageSource.PROVIDER),
                1550L,
                new BigDecimal("0.00031500"),
                CALL.createdAt(),
                CALL.createdAt());
        return List.of(
                new InteractionRequest(
                        CALL,
                        new OriginRequest(PROVIDER, "sandbox-small", null, "mentor", null),
                        new ResultRequest(200, null, 850, 120),
                        new UsageRequest(1200L, 350L, 1000L, 0L, UsageSource.PROVIDER),
                        null,
                        null,
                        null),
                new StatusRequest(InteractionStatus.PROCESSED, null),
                view,
                new StoredInteraction(view, null, null),
                new IngestedInteractions(3998, 2),
                new ProcessedInteractions(1000, true));
    }
}
