// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.domain.AdmissionsContract;
import dev.ashlar.admissions.domain.AdmissionsStores;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Key figures of admissions. */
@PersistenceTest
@RolledBack
class AdmissionsKpiMapperTest extends AdmissionsContract {
    @Autowired
    private AdmissionMappers mappers;

    @Autowired
    private AdmissionsKpiMapper kpis;

    @Override
    protected AdmissionsStores stores() {
        return mappers.stores();
    }

    @Test
    void countsApplicationsByStatusAndSeatsOfBatchesThatAreNotOver() {
        stores().applications().insert(Intake.draft(batch));
        stores().applications().insert(Intake.draft(batch));
        stored(Intake.accepted(Intake.draft(batch)));
        stores().batches().take(batch.id(), NOW);
        var offering = Intake.openBatch(course, 7);
        stores().batches().insert(offering);
        stores().batches().offer(offering.id(), 2, NOW);
        var cancelled = Intake.openBatch(course, 100);
        stores().batches().insert(cancelled);
        stores().batches().edit(cancelled.with(Intake.to(BatchStatus.CANCELLED)), 0, NOW);

        assertThat(figures())
                .isEqualTo(Map.of(
                        "admissions.applications ", 3,
                        "admissions.applications status=draft", 2,
                        "admissions.applications status=accepted", 1,
                        "admissions.seats ", 9,
                        "admissions.seats state=free", 6,
                        "admissions.seats state=offered", 2,
                        "admissions.seats state=taken", 1));
    }

    private Map<String, Integer> figures() {
        return kpis.kpis().stream()
                .collect(Collectors.toMap(
                        kpi -> kpi.metric() + " " + kpi.dimensions(),
                        kpi -> kpi.value().intValueExact()));
    }
}
