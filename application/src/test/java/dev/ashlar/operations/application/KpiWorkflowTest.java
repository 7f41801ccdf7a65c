// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.KpiSource;
import dev.ashlar.operations.domain.KpiSnapshots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiWorkflowTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:20:00Z");
    private static final Kpi ORDERS = new Kpi("commerce.orders", "", BigDecimal.ONE);
    private static final Kpi USERS = new Kpi("identity.users", "", BigDecimal.TWO);

    private final KpiSnapshots snapshots = mock();

    @Test
    void storesTheFiguresOfAllOtherContextsIfSomeAreAway() {
        var workflow = new KpiWorkflow(
                List.of(() -> List.of(ORDERS), away("ai"), () -> List.of(USERS), away("sync")),
                new KpiRecorder(snapshots, () -> NOW));

        assertThatIllegalStateException()
                .isThrownBy(workflow::snapshot)
                .withMessage("no connection to ai")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("no connection to sync"));

        then(snapshots).should().insert(any(), eq(List.of(ORDERS, USERS)), eq(NOW));
    }

    @Test
    void tellsOfContextsThatAreAwayBesideItsOwnDatabase() {
        willThrow(new IllegalStateException("not stored")).given(snapshots).insert(any(), any(), any());
        var workflow = new KpiWorkflow(List.of(away("ai")), new KpiRecorder(snapshots, () -> NOW));

        assertThatIllegalStateException()
                .isThrownBy(workflow::snapshot)
                .withMessage("no connection to ai")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("not stored"));
    }

    private static KpiSource away(String context) {
        return () -> {
            throw new IllegalStateException("no connection to " + context);
        };
    }
}
