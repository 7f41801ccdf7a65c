package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.persistence.TestCampus.Applied;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hook of admissions on deactivated users, in the transaction of the publisher. */
@ServiceTest
class LeaveWaitingListsOnUserDeactivatedTest {
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final TransactionTemplate deactivation;
    private final TestCampus campus;

    @Autowired
    LeaveWaitingListsOnUserDeactivatedTest(
            AdmissionServices services,
            ApplicationEventPublisher events,
            InstantSource clock,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.events = events;
        this.clock = clock;
        this.deactivation = new TransactionTemplate(transactions);
        this.campus = new TestCampus(services, database);
    }

    @Test
    @Tag("rule-111")
    void aDeactivatedUserWaitsForNoSeat() {
        var batch = campus.openBatch(1);
        var waiting = campus.waiting(batch);

        deactivation.executeWithoutResult(_ -> deactivate(waiting));

        assertThat(campus.statusOf(waiting.id())).isEqualTo("withdrawn");
    }

    @Test
    @Tag("rule-108")
    void aSecondEventChangesNothing() {
        var waiting = campus.waiting(campus.openBatch(1));

        deactivation.executeWithoutResult(_ -> deactivate(waiting));
        deactivation.executeWithoutResult(_ -> deactivate(waiting));

        assertThat(campus.count(
                        "admissions.application_events WHERE to_status = 'withdrawn' AND application_id = ?",
                        waiting.id().value()))
                .isEqualTo(1);
    }

    @Test
    @Tag("rule-107")
    void aDeactivationThatIsUndoneLeavesThePlace() {
        var waiting = campus.waiting(campus.openBatch(1));

        deactivation.executeWithoutResult(transaction -> {
            deactivate(waiting);
            transaction.setRollbackOnly();
        });

        assertThat(campus.statusOf(waiting.id())).isEqualTo("waitlisted");
    }

    private void deactivate(Applied applied) {
        events.publishEvent(new UserDeactivated(applied.applicant().userId(), clock.instant()));
    }
}
