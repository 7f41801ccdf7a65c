// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.testing.GeneratedDocs;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Transitions of applications, tried in every sequence, against their lifecycle table. */
class LifecyclesTest {
    private static final List<UnaryOperator<Application>> STEPS = List.of(
            Application::submitted,
            Application::enrolled,
            Application::withdrawn,
            application -> application.waitlisted(NOW),
            application -> application.reviewed(ApplicationStatus.UNDER_REVIEW, Intake.REVIEWER, NOW),
            application -> application.reviewed(ApplicationStatus.ACCEPTED, Intake.REVIEWER, NOW),
            application -> application.reviewed(ApplicationStatus.WAITLISTED, Intake.REVIEWER, NOW),
            application -> application.reviewed(ApplicationStatus.REJECTED, Intake.REVIEWER, NOW));

    @Property
    void anApplicationFollowsItsLifecycle(@ForAll @Size(max = 12) List<@IntRange(max = 7) Integer> steps) {
        var application = Intake.draft(Intake.openBatch(Intake.course(), 1));
        for (int step : steps) {
            var before = application;
            try {
                application = STEPS.get(step).apply(before);
                assertThat(ApplicationStatus.LIFECYCLE.allows(before.status(), application.status()))
                        .isTrue();
            } catch (DomainException refused) {
                assertThat(refused.type()).isEqualTo(AdmissionsProblem.ILLEGAL_TRANSITION);
            }
            assertThat(application.standing().waitlistedAt() != null)
                    .isEqualTo(application.status() == ApplicationStatus.WAITLISTED);
        }
    }

    @Test
    void theDocumentationShowsTheLifecycles() {
        GeneratedDocs.assertShows("admissions.md", "application", ApplicationStatus.LIFECYCLE);
        GeneratedDocs.assertShows("admissions.md", "batch", BatchStatus.LIFECYCLE);
        GeneratedDocs.assertShows("admissions.md", "course", CourseStatus.LIFECYCLE);
        GeneratedDocs.assertShows("admissions.md", "discount", DiscountStatus.LIFECYCLE);
        GeneratedDocs.assertShows("admissions.md", "enrollment", EnrollmentStatus.LIFECYCLE);
    }
}
