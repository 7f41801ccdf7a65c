// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.application.QuotaService;
import dev.ashlar.kernel.application.RateLimit;
import dev.ashlar.kernel.application.RateLimit.Usage;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class QuotaTest {
    private static final RateLimit TEN_A_MINUTE = new RateLimit(10, Duration.ofMinutes(1));

    private static final Duration STEP = Duration.ofSeconds(6);

    private final QuotaService quotas;
    private final MovableClock clock;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    QuotaTest(QuotaService quotas, MovableClock clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    @Test
    void grantsTheQuotaAtOnceAndThenOneRequestAStep() {
        for (int used = 1; used <= 10; used++) {
            var usage = quotas.use(key, TEN_A_MINUTE);
            assertThat(usage.granted()).isTrue();
            assertThat(usage.left()).isEqualTo(10 - used);
            assertThat(usage.untilFull()).isBetween(STEP.multipliedBy(used).minus(STEP), STEP.multipliedBy(used));
        }
        assertThat(quotas.use(key, TEN_A_MINUTE)).isEqualTo(new Usage(false, 0, STEP, Duration.ofMinutes(1)));

        clock.advance(STEP);

        assertThat(quotas.use(key, TEN_A_MINUTE).granted()).isTrue();
        assertThat(quotas.use(key, TEN_A_MINUTE).granted()).isFalse();
        assertThat(quotas.use("another " + key, TEN_A_MINUTE).left()).isEqualTo(9);
    }

    @Test
    void savesNoMoreThanTheQuota() {
        quotas.use(key, TEN_A_MINUTE);
        clock.advance(Duration.ofDays(1));

        assertThat(quotas.use(key, TEN_A_MINUTE).left()).isEqualTo(9);
    }

    @RepeatedTest(5)
    void grantsNoMoreThanTheQuotaToRequestsAtTheSameMoment() {
        var outcomes = Together.run(32, () -> quotas.use(key, TEN_A_MINUTE));

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(outcomes).filteredOn(outcome -> outcome.value().granted()).hasSize(10);
    }

    @Test
    void deletesQuotasOnlyOnceTheyAreFull() {
        clock.advance(Duration.ofDays(1));
        quotas.deleteFull();
        quotas.use(key, TEN_A_MINUTE);

        assertThat(quotas.deleteFull()).isZero();
        clock.advance(STEP);

        assertThat(quotas.deleteFull()).isEqualTo(1);
        assertThat(quotas.use(key, TEN_A_MINUTE).left()).isEqualTo(9);
    }
}
