// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
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

/** Transitions of leads, tried in every sequence, against their lifecycle table. */
class LifecyclesTest {
    private static final List<UnaryOperator<Lead>> STEPS = List.of(
            lead -> lead.converted(NOW), Lead::lost, Lead::reopened, lead -> lead.mergedInto(Prospects.lead(null)));

    @Property
    void aLeadFollowsItsLifecycle(@ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> steps) {
        var lead = Prospects.lead(null);
        for (int step : steps) {
            var before = lead;
            try {
                lead = STEPS.get(step).apply(before);
                assertThat(LeadStatus.LIFECYCLE.allows(before.status(), lead.status()))
                        .isTrue();
            } catch (DomainException refused) {
                assertThat(refused.type())
                        .isEqualTo(
                                before.status() == LeadStatus.ARCHIVED
                                        ? CrmProblem.LEAD_ARCHIVED
                                        : CrmProblem.ILLEGAL_TRANSITION);
            }
            assertThat(lead.standing().mergedIntoId() != null).isEqualTo(lead.status() == LeadStatus.ARCHIVED);
        }
    }

    @Test
    void theDocumentationShowsTheLifecycles() {
        GeneratedDocs.assertShows("crm.md", "lead", LeadStatus.LIFECYCLE);
        GeneratedDocs.assertShows("crm.md", "import", ImportStatus.LIFECYCLE);
    }
}
