// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleCatalog.LATER;
import static dev.ashlar.ai.domain.SampleCatalog.NOW;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LlmServiceTest {
    private static final String NAME = "small";
    private static final Llm.Edit INACTIVE = new Llm.Edit(Change.keep(), Change.keep(), Change.to(false));

    private final Catalog catalog = new Catalog();

    @Test
    void letsOnlyAdministratorsChangeModels() {
        var id = added();
        assertRefused(KernelProblem.FORBIDDEN, () -> catalog.models.create(catalog.student, wanted()));
        assertRefused(KernelProblem.FORBIDDEN, () -> catalog.models.edit(catalog.student, id, 0, INACTIVE));
        assertRefused(KernelProblem.FORBIDDEN, () -> catalog.models.price(catalog.student, id, 0, usd("1", "2"), null));
        assertThat(catalog.models.get(id).model().version()).isZero();
    }

    @Test
    void refusesAStaleVersionAndAnUnknownModel() {
        var id = added();
        assertThat(catalog.models.edit(catalog.admin, id, 0, INACTIVE).model().active())
                .isFalse();
        assertRefused(KernelProblem.STALE_VERSION, () -> catalog.models.edit(catalog.admin, id, 0, INACTIVE));
        assertRefused(
                KernelProblem.STALE_VERSION, () -> catalog.models.price(catalog.admin, id, 0, usd("1", "2"), null));
        var none = new LlmId(UUID.randomUUID());
        assertRefused(AiProblem.MODEL_NOT_FOUND, () -> catalog.models.get(none));
        assertRefused(AiProblem.MODEL_NOT_FOUND, () -> catalog.models.edit(catalog.admin, none, 0, INACTIVE));
    }

    @Test
    void setsPricesFromNowOnAndKeepsThoseOfThePast() {
        var id = added();
        catalog.models.price(catalog.admin, id, 0, usd("1", "2"), null);
        catalog.pass(Duration.ofHours(1));
        assertThat(catalog.models
                        .price(catalog.admin, id, 1, usd("3", "4"), null)
                        .model()
                        .version())
                .isEqualTo(2);
        assertThat(promptAt(NOW)).isEqualTo("1");
        assertThat(promptAt(LATER.minusNanos(1_000))).isEqualTo("1");
        assertThat(promptAt(LATER)).isEqualTo("3");
    }

    @Test
    void setsPricesAhead() {
        var id = added();
        catalog.models.price(catalog.admin, id, 0, usd("1", "2"), null);
        catalog.models.price(catalog.admin, id, 1, usd("3", "4"), LATER);
        assertThat(promptAt(LATER.minusNanos(1_000))).isEqualTo("1");
        assertThat(promptAt(LATER)).isEqualTo("3");
        catalog.models.price(catalog.admin, id, 2, usd("5", "6"), null);
        assertThat(promptAt(LATER)).isEqualTo("5");
    }

    @Test
    void refusesToChangeThePast() {
        var id = added();
        var yesterday = NOW.minus(Duration.ofDays(1));
        catalog.models.price(catalog.admin, id, 0, usd("1", "2"), yesterday);
        assertThat(promptAt(yesterday)).isEqualTo("1");
        var refusal = assertRefused(
                AiProblem.PRICES_PAST,
                () -> catalog.models.price(catalog.admin, id, 1, usd("3", "4"), NOW.minusNanos(1_000)));
        assertThat(refusal.errors().getFirst().pointer()).isEqualTo("/validFrom");
        assertThat(catalog.models.price(catalog.admin, id, 2, usd("3", "4"), NOW))
                .isNotNull();
    }

    private LlmId added() {
        return catalog.models.create(catalog.admin, wanted()).model().id();
    }

    private static NewLlm wanted() {
        return new NewLlm("maker", NAME, new LlmLimits(1_000, 100));
    }

    private String promptAt(Instant time) {
        return catalog.llms
                .of(List.of(NAME), time, time)
                .at(NAME, time)
                .orElseThrow()
                .price(UsageType.PROMPT)
                .toString();
    }
}
