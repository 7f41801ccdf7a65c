// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeadMergeServiceTest {
    private final Agency agency = new Agency();

    @Test
    void keepsTheOlderLeadInWhicheverOrderTheyAreNamed() {
        var older = agency.lead(agency.member);
        var younger = agency.lead(agency.member);
        var youngest = agency.lead(agency.head);

        assertThat(agency.merges.merge(agency.member, younger, older).id()).isEqualTo(older);
        assertThat(agency.merges.merge(agency.head, older, youngest).id()).isEqualTo(older);

        for (var merged : Set.of(younger, youngest)) {
            assertThat(agency.stored(merged).status()).isEqualTo(LeadStatus.ARCHIVED);
            assertThat(agency.stored(merged).standing().mergedIntoId()).isEqualTo(older);
        }
    }

    @Test
    void keepsTagsAndActivitiesOfBoth() {
        var older = agency.lead(agency.member);
        var younger = agency.lead(agency.member);
        var warm = agency.tags.create(agency.member, "Warm");
        agency.tags.retag(agency.member, younger, Set.of(warm.id()));
        agency.activities.report(agency.member, younger, ActivityType.CALL, "Called");

        agency.merges.merge(agency.member, older, younger);

        var history = agency.activities
                .list(agency.member, older, PageRequest.first())
                .items();
        assertThat(agency.leads.get(agency.member, older).tags()).containsExactly(warm);
        assertThat(history)
                .extracting(LeadActivityView::type)
                .containsExactlyInAnyOrder(
                        ActivityType.CREATED,
                        ActivityType.CREATED,
                        ActivityType.CALL,
                        ActivityType.MERGED,
                        ActivityType.MERGED);
        assertThat(history).extracting(LeadActivityView::leadId).contains(older, younger);
    }

    @Test
    void aLeadThatWasMergedBeforeFollows() {
        var oldest = agency.lead(agency.member);
        var middle = agency.lead(agency.member);
        var youngest = agency.lead(agency.member);
        agency.merges.merge(agency.member, middle, youngest);

        agency.merges.merge(agency.member, oldest, middle);

        assertThat(agency.stored(youngest).standing().mergedIntoId()).isEqualTo(oldest);
    }

    @Test
    void mergesALeadOnce() {
        var older = agency.lead(agency.member);
        var younger = agency.lead(agency.member);
        agency.merges.merge(agency.member, older, younger);

        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> agency.merges.merge(agency.member, younger, older));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> agency.merges.merge(agency.member, older, older));
        assertRefused(
                CrmProblem.LEAD_ARCHIVED,
                () -> agency.activities.report(agency.member, younger, ActivityType.NOTE, "Late"));
        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> agency.tags.retag(agency.member, younger, Set.of()));
    }

    @Test
    void listsDuplicatesThatTheActorMaySee() {
        var older = agency.lead(agency.member);
        var younger = agency.lead(agency.member);
        agency.lead(agency.rival);

        assertThat(agency.merges.duplicates(agency.member, PageRequest.first()).items())
                .singleElement()
                .satisfies(duplicate -> {
                    assertThat(duplicate.lead().id()).isEqualTo(younger);
                    assertThat(duplicate.olderId()).isEqualTo(older);
                });
    }

    @Test
    void aPageComparesALimitedNumberOfLeads() {
        var older = named("Ada");
        var younger = named("Ada");
        IntStream.range(0, LeadMergeService.COMPARED).forEach(number -> named("Lead " + number));

        var first = agency.merges.duplicates(agency.member, PageRequest.first());
        var second = agency.merges.duplicates(agency.member, new PageRequest(1, first.next()));

        assertThat(first.items()).isEmpty();
        assertThat(second.items()).extracting(DuplicateView::olderId).containsExactly(older);
        assertThat(second.items())
                .extracting(duplicate -> duplicate.lead().id())
                .containsExactly(younger);
        assertThat(second.next()).isNull();
    }

    @Test
    void aPageEndsAfterItsLastDuplicate() {
        var leads = Stream.generate(() -> named("Ada")).limit(3).toList();

        var first = agency.merges.duplicates(agency.member, new PageRequest(1, null));
        var second = agency.merges.duplicates(agency.member, new PageRequest(1, first.next()));

        assertThat(first.items()).extracting(duplicate -> duplicate.lead().id()).containsExactly(leads.get(2));
        assertThat(second.items())
                .extracting(duplicate -> duplicate.lead().id())
                .containsExactly(leads.get(1));
        assertThat(second.next()).isNull();
    }

    private LeadId named(String name) {
        return agency.leads
                .create(agency.member, new NewLead(name, Prospects.email(), null, Prospects.FAIR))
                .id();
    }
}
