// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Use cases of leads, their activities and tags. */
class LeadServiceTest {
    private final Agency agency = new Agency();

    @Test
    void aSalesPersonOwnsANewLead() {
        var created = agency.leads.create(
                agency.member, new NewLead("Ada", Prospects.email(), "+4930123456", Prospects.FAIR));

        assertThat(created.standing().ownerId()).isEqualTo(agency.member.userId());
        assertThat(created.contact().phone()).isEqualTo("+4930123456");
        assertThat(created.origin().platform()).isEqualTo(Prospects.PLATFORM);
        assertThat(agency.stores.activities()).extracting(LeadActivity::type).containsExactly(ActivityType.CREATED);
        assertThat(agency.stored(agency.lead(agency.admin)).standing().ownerId())
                .isNull();
    }

    @Test
    void refusesAnEmailAddressThatTheSourceHas() {
        var email = Prospects.email();
        agency.leads.create(agency.member, new NewLead("Ada", email, null, Prospects.FAIR));

        assertRefused(
                CrmProblem.LEAD_EXISTS,
                () -> agency.leads.create(agency.rival, new NewLead("Ada", email, null, Prospects.FAIR)));
    }

    @Test
    void editsALeadOfTheVersionThatWasRead() {
        var id = agency.lead(agency.member);

        var edited = agency.leads.edit(agency.member, id, 0, Prospects.named("Ada King"));

        assertThat(edited.version()).isEqualTo(1);
        assertThat(agency.leads
                        .edit(agency.member, id, 1, Prospects.named("Ada King"))
                        .version())
                .as("an edit without a change")
                .isEqualTo(1);
        assertRefused(
                KernelProblem.STALE_VERSION, () -> agency.leads.edit(agency.member, id, 0, Prospects.named("Eve")));
    }

    @Test
    void aHeadAssignsWithinTheTeam() {
        var id = agency.lead(agency.head);

        assertRefused(CrmProblem.OWNER_NOT_FOUND, () -> agency.progress.assign(agency.head, id, agency.rival.userId()));
        var assigned = agency.progress.assign(agency.head, id, agency.member.userId());

        assertThat(assigned.standing().ownerId()).isEqualTo(agency.member.userId());
        assertThat(agency.progress
                        .assign(agency.head, id, agency.member.userId())
                        .version())
                .as("the same owner")
                .isEqualTo(1);
        assertRefused(
                CrmProblem.OWNER_NOT_FOUND, () -> agency.progress.assign(agency.member, id, agency.head.userId()));
    }

    @Test
    void anAdministratorAssignsToSalesPeopleOnly() {
        var id = agency.lead(agency.admin);

        assertRefused(CrmProblem.OWNER_NOT_FOUND, () -> agency.progress.assign(agency.admin, id, Prospects.user()));
        agency.progress.assign(agency.admin, id, agency.rival.userId());

        assertThat(agency.leads.get(agency.rival, id).lead().version()).isEqualTo(1);
    }

    @Test
    void assignsNoArchivedLead() {
        var older = agency.lead(agency.member);
        var younger = agency.lead(agency.member);
        agency.merges.merge(agency.member, older, younger);

        assertRefused(
                CrmProblem.LEAD_ARCHIVED, () -> agency.progress.assign(agency.member, younger, agency.member.userId()));
    }

    @Test
    void followsALeadUp() {
        var id = agency.lead(agency.member);
        agency.progress.lose(agency.member, id, "No budget");
        agency.progress.reopen(agency.member, id, null);
        agency.activities.report(agency.member, id, ActivityType.CALL, "Has a budget now");

        var converted = agency.progress.convert(agency.head, id, null);

        assertThat(converted.standing().status()).isEqualTo(LeadStatus.CONVERTED);
        assertThat(agency.activities
                        .list(agency.member, id, PageRequest.first())
                        .items())
                .extracting(LeadActivityView::type)
                .containsExactly(
                        ActivityType.CONVERTED,
                        ActivityType.CALL,
                        ActivityType.REOPENED,
                        ActivityType.LOST,
                        ActivityType.CREATED);
        assertRefused(CrmProblem.ILLEGAL_TRANSITION, () -> agency.progress.lose(agency.member, id, null));
    }

    @Test
    void replacesTheTagsOfALead() {
        var id = agency.lead(agency.member);
        var warm = agency.tags.create(agency.member, "Warm");
        var cold = agency.tags.create(agency.member, "Cold");
        agency.tags.retag(agency.member, id, Set.of(cold.id()));

        assertThat(agency.tags.retag(agency.member, id, Set.of(warm.id()))).containsExactly(warm);

        assertThat(agency.leads.get(agency.member, id).tags()).containsExactly(warm);
        assertThat(agency.tags.list(agency.rival, PageRequest.first()).items()).containsExactly(warm, cold);
        assertRefused(
                CrmProblem.TAG_NOT_FOUND,
                () -> agency.tags.retag(
                        agency.member, id, Set.of(Prospects.tag().id())));
    }

    @Test
    void boundsTheTagsOfALead() {
        var id = agency.lead(agency.member);
        var many = IntStream.rangeClosed(0, 20)
                .mapToObj(_ -> new LeadTagId(Prospects.id()))
                .collect(Collectors.toSet());

        assertRefused(KernelProblem.INVALID_REQUEST, () -> agency.tags.retag(agency.member, id, many));
    }
}
