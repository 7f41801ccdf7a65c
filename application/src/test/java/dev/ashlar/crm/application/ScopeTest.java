// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Use cases of crm as those call them who must not see a lead. */
class ScopeTest {
    private final Agency agency = new Agency();

    @Test
    void aHeadSeesTheLeadsOfTheTeam() {
        var ofMember = agency.lead(agency.member);
        var ofHead = agency.lead(agency.head);

        assertThat(agency.leads.get(agency.head, ofMember).lead().id()).isEqualTo(ofMember);
        assertThat(agency.leads.count(agency.head, LeadFilter.none())).isEqualTo(2);
        assertThat(agency.leads.count(agency.member, LeadFilter.none())).isEqualTo(1);
        assertRefused(CrmProblem.LEAD_NOT_FOUND, () -> agency.leads.get(agency.member, ofHead));
    }

    @Test
    void aFormerHeadSeesOwnLeadsOnly() {
        agency.lead(agency.member);
        agency.lead(agency.head);

        agency.teams.dismiss(agency.admin, agency.head.userId());

        assertThat(agency.leads.count(agency.head, LeadFilter.none())).isEqualTo(1);
    }

    @Test
    void twoHeadsOfATeamSeeTheSameLeads() {
        agency.lead(agency.member);

        agency.teams.appoint(agency.admin, agency.rival.userId(), "NORTH");

        assertThat(agency.leads.count(agency.rival, LeadFilter.none())).isEqualTo(1);
    }

    @Test
    void anAdministratorSeesAllLeadsOfThePlatform() {
        agency.lead(agency.member);
        agency.lead(agency.rival);
        agency.lead(agency.admin);
        var elsewhere = Agency.on("mentor", agency.admin.userId(), Role.ADMIN);

        assertThat(agency.leads.count(agency.admin, LeadFilter.none())).isEqualTo(3);
        assertThat(agency.leads.count(elsewhere, LeadFilter.none())).isZero();
    }

    @Test
    void anotherSalesPersonNeitherFindsNorChangesALead() {
        var id = agency.lead(agency.member);
        var elsewhere = Agency.on("mentor", agency.member.userId(), Role.SALES);

        for (var stranger : List.of(agency.rival, elsewhere)) {
            var own = agency.lead(stranger);
            useCases(stranger, own).forEach(call -> assertRefused(CrmProblem.LEAD_NOT_FOUND, () -> call.accept(id)));
            assertThat(agency.leads
                            .list(stranger, LeadFilter.none(), PageRequest.first())
                            .items())
                    .extracting(LeadView::id)
                    .containsExactly(own);
            assertThat(agency.leads.pipeline(stranger).counts())
                    .extracting(PipelineCount::ownerId)
                    .containsOnly(stranger.userId());
            assertThat(agency.merges.duplicates(stranger, PageRequest.first()).items())
                    .isEmpty();
        }
        assertThat(agency.stored(id).version()).isZero();
    }

    @Test
    void othersHaveNoAccess() {
        var id = agency.lead(agency.member);
        var lacking = new Actor(Prospects.user(), Role.ADMIN, Prospects.PLATFORM, true, false);

        for (var other : List.of(Agency.actor(Role.STUDENT), Agency.actor(Role.EXPERT), lacking)) {
            useCases(other, agency.lead(agency.rival))
                    .forEach(call -> assertRefused(KernelProblem.FORBIDDEN, () -> call.accept(id)));
            assertRefused(
                    KernelProblem.FORBIDDEN,
                    () -> agency.leads.create(other, new NewLead("Ada", Prospects.email(), null, Prospects.FAIR)));
            assertRefused(
                    KernelProblem.FORBIDDEN, () -> agency.leads.list(other, LeadFilter.none(), PageRequest.first()));
            assertRefused(KernelProblem.FORBIDDEN, () -> agency.leads.count(other, LeadFilter.none()));
            assertRefused(KernelProblem.FORBIDDEN, () -> agency.leads.pipeline(other));
            assertRefused(KernelProblem.FORBIDDEN, () -> agency.merges.duplicates(other, PageRequest.first()));
            assertRefused(KernelProblem.FORBIDDEN, () -> agency.tags.list(other, PageRequest.first()));
            assertRefused(KernelProblem.FORBIDDEN, () -> agency.tags.create(other, "Warm"));
        }
    }

    @Test
    void onlyAdministratorsAppointHeads() {
        var person = agency.member.userId();

        assertRefused(KernelProblem.FORBIDDEN, () -> agency.teams.appoint(agency.head, person, "North"));
        assertRefused(KernelProblem.FORBIDDEN, () -> agency.teams.dismiss(agency.head, agency.head.userId()));
        assertRefused(CrmProblem.OWNER_NOT_FOUND, () -> agency.teams.appoint(agency.admin, Prospects.user(), "North"));
        assertRefused(CrmProblem.SALES_HEAD_NOT_FOUND, () -> agency.teams.dismiss(agency.admin, person));
    }

    private List<Consumer<LeadId>> useCases(Actor actor, LeadId own) {
        return List.of(
                id -> agency.leads.get(actor, id),
                id -> agency.leads.edit(actor, id, 0, Prospects.named("Eve")),
                id -> agency.progress.assign(actor, id, actor.userId()),
                id -> agency.progress.convert(actor, id, null),
                id -> agency.progress.lose(actor, id, null),
                id -> agency.progress.reopen(actor, id, null),
                id -> agency.merges.merge(actor, id, own),
                id -> agency.merges.merge(actor, own, id),
                id -> agency.activities.list(actor, id, PageRequest.first()),
                id -> agency.activities.report(actor, id, ActivityType.CALL, "Called"),
                id -> agency.tags.retag(actor, id, Set.of()));
    }
}
