// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;

/** Base of the contracts of this package: an open batch of two seats. */
public abstract class AdmissionsContract {
    protected final Course course = Intake.course();
    protected final Batch batch = Intake.openBatch(course, 2);

    /** Returns the ports under test. */
    protected abstract AdmissionsStores stores();

    @BeforeEach
    void createBatch() {
        stores().courses().insert(course);
        stores().batches().insert(batch);
    }

    /** Stores an application in its current state. */
    protected final Application stored(Application application) {
        var draft = new Application(
                application.id(),
                application.applicationNo(),
                application.applicant(),
                application.choice(),
                new Tuition(Intake.PRICE, Intake.PRICE),
                Standing.draft(),
                application.createdAt(),
                0);
        assertThat(stores().applications().insert(draft)).isTrue();
        assertThat(stores().applications().change(application, 0, Intake.NOW)).isTrue();
        return again(application);
    }

    protected final Application again(Application application) {
        return stores().applications().find(application.id()).orElseThrow();
    }

    protected final Seats seats() {
        return stores().batches().find(batch.id()).orElseThrow().seats();
    }
}
