// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LeadActivityTest {
    private final LeadActivityId id = new LeadActivityId(Prospects.id());
    private final LeadId lead = new LeadId(Prospects.id());

    @Test
    void salesPeopleReportContactsOnly() {
        var reported = EnumSet.of(ActivityType.NOTE, ActivityType.CALL, ActivityType.EMAIL, ActivityType.MEETING);
        for (var type : ActivityType.values()) {
            if (reported.contains(type)) {
                assertThat(LeadActivity.reported(id, lead, type, " Wants a call ", Prospects.user(), NOW)
                                .note())
                        .isEqualTo("Wants a call");
            } else {
                assertRefused(
                        KernelProblem.INVALID_REQUEST,
                        () -> LeadActivity.reported(id, lead, type, "Note", Prospects.user(), NOW));
            }
        }
    }

    @Test
    void aReportNeedsANote() {
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> LeadActivity.reported(id, lead, ActivityType.CALL, " ", Prospects.user(), NOW));
        assertThat(LeadActivity.of(id, lead, ActivityType.LOST, " ", null, NOW).note())
                .isNull();
    }
}
