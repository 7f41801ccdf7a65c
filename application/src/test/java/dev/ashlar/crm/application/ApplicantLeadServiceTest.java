// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadEdit;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

class ApplicantLeadServiceTest {
    private final Agency agency = new Agency();
    private final UserId applicant = Prospects.user();
    private final String email = Prospects.email();

    @Test
    void anApplicationMakesOneLead() {
        agency.contacts.user(applicant, email, agency.member.userId());
        var first = new ApplicationId(Prospects.id());

        assertThat(meet(first)).isEqualTo(1);
        assertThat(meet(first)).as("again").isZero();
        assertThat(meet(new ApplicationId(Prospects.id())))
                .as("another application")
                .isZero();

        var lead = onlyLead();
        assertThat(lead.contact()).isEqualTo(new LeadContact("Grace Hopper", email, "+4930123456", "+4930123456"));
        assertThat(lead.origin())
                .isEqualTo(new LeadOrigin("my-analytics-school", Prospects.PLATFORM, applicant, first, null));
        assertThat(lead.standing().ownerId()).isEqualTo(agency.member.userId());
        assertThat(agency.stores.activities()).extracting(LeadActivity::type).containsExactly(ActivityType.CREATED);
    }

    @Test
    void anApplicationIsLinkedWithTheLeadOfTheSameEmailAddress() {
        agency.contacts.user(applicant, email, null);
        agency.leads.create(agency.rival, new NewLead("Grace", email, null, LeadOrigin.APPLICATIONS));
        var application = new ApplicationId(Prospects.id());

        assertThat(meet(application)).isEqualTo(1);

        assertThat(onlyLead().origin().userId()).isEqualTo(applicant);
        assertThat(onlyLead().origin().applicationId()).isEqualTo(application);
        assertThat(onlyLead().standing().ownerId()).isEqualTo(agency.rival.userId());
    }

    @Test
    void aLeadThatIsMergedAtTheSameMomentIsMadeAnew() {
        agency.contacts.user(applicant, email, null);
        var leads = mock(Leads.class);
        when(leads.insert(any())).thenReturn(false, true);
        var applicants = new ApplicantLeadService(
                leads,
                agency.stores.ports().activities(),
                agency.keeper,
                agency.contacts,
                Prospects.NUMBERS,
                IdSource.timeOrdered());

        assertThat(applicants.meet(applicant, new ApplicationId(Prospects.id()), Prospects.PLATFORM, NOW))
                .isEqualTo(1);

        assertThat(agency.stores.activities()).extracting(LeadActivity::type).containsExactly(ActivityType.CREATED);
    }

    @Test
    void anAddressThatIsNotVerifiedTakesNoLeadOver() {
        agency.contacts.user(Prospects.user(), email, null);
        var known = agency.leads.create(agency.rival, new NewLead("Grace", email, null, LeadOrigin.APPLICATIONS));
        agency.contacts.stranger(applicant, null);

        assertThat(meet(new ApplicationId(Prospects.id()))).isEqualTo(1);
        assertThat(meet(new ApplicationId(Prospects.id()))).as("again").isZero();

        assertThat(agency.stored(known.id()).origin().userId()).isNull();
        var own = agency.stores.leads().getLast();
        assertThat(own.origin().userId()).isEqualTo(applicant);
        assertThat(own.contact().email()).isEqualTo(own.id().value() + "@unknown.invalid");
    }

    @Test
    void aPhoneNumberIsEnoughForAnAddressThatIsNotVerified() {
        agency.contacts.stranger(applicant, "+4930123456");

        assertThat(meet(new ApplicationId(Prospects.id()))).isEqualTo(1);

        assertThat(onlyLead().contact()).isEqualTo(new LeadContact("Grace Hopper", null, "+4930123456", "+4930123456"));
    }

    @Test
    void aVerifiedAddressCompletesTheLead() {
        agency.contacts.stranger(applicant, null);
        meet(new ApplicationId(Prospects.id()));
        assertThat(agency.applicants.verify(applicant, NOW)).as("not verified").isZero();
        agency.contacts.user(applicant, email, null);

        assertThat(agency.applicants.verify(applicant, NOW)).isEqualTo(1);
        assertThat(agency.applicants.verify(applicant, NOW)).as("again").isZero();

        assertThat(onlyLead().contact().email()).isEqualTo(email);
    }

    @Test
    void aVerifiedAddressMergesTheLeadWithTheOneThatHasIt() {
        var known = agency.leads.create(agency.rival, new NewLead("Ada", email, null, LeadOrigin.APPLICATIONS));
        agency.contacts.stranger(applicant, null);
        var application = new ApplicationId(Prospects.id());
        meet(application);
        agency.contacts.user(applicant, email, null);

        assertThat(agency.applicants.verify(applicant, NOW)).isEqualTo(1);
        assertThat(agency.applicants.verify(applicant, NOW)).as("again").isZero();

        var kept = agency.stored(known.id());
        assertThat(kept.origin().userId()).isEqualTo(applicant);
        assertThat(kept.origin().applicationId()).isEqualTo(application);
        assertThat(kept.contact().email()).isEqualTo(email);
        assertThat(kept.standing().ownerId()).isEqualTo(agency.rival.userId());
        assertThat(agency.stores.leads().getLast().standing().mergedIntoId()).isEqualTo(known.id());
    }

    @Test
    void aMergeTakesTheAddressOfTheYoungerLeadInPlaceOfOneThatLeadsNowhere() {
        agency.contacts.stranger(applicant, null);
        meet(new ApplicationId(Prospects.id()));
        var own = onlyLead();
        agency.leads.create(agency.rival, new NewLead("Ada", email, null, LeadOrigin.APPLICATIONS));
        agency.contacts.user(applicant, email, null);

        assertThat(agency.applicants.verify(applicant, NOW)).isEqualTo(1);

        assertThat(agency.stored(own.id()).contact().email()).isEqualTo(email);
    }

    @Test
    void aVerifiedAddressIsTakenFromTheLeadOfAnotherAccount() {
        var other = Prospects.user();
        agency.contacts.user(other, email, null);
        agency.applicants.meet(other, new ApplicationId(Prospects.id()), Prospects.PLATFORM, NOW);
        agency.contacts.stranger(applicant, null);
        meet(new ApplicationId(Prospects.id()));
        agency.contacts.user(applicant, email, null);

        assertThat(agency.applicants.verify(applicant, NOW)).isEqualTo(1);

        assertThat(agency.stores.leads())
                .extracting(
                        lead -> lead.contact().email(), lead -> lead.origin().userId())
                .containsExactly(tuple(null, other), tuple(email, applicant));
    }

    @Test
    void aUserWithoutAnApplicationHasNoLeadToComplete() {
        agency.contacts.user(applicant, email, null);
        agency.leads.create(agency.rival, new NewLead("Ada", email, null, LeadOrigin.APPLICATIONS));

        assertThat(agency.applicants.verify(applicant, NOW)).isZero();

        assertThat(onlyLead().origin().userId()).isNull();
    }

    @Test
    void aPersonExportsTheOwnLead() {
        agency.contacts.user(applicant, email, null);
        meet(new ApplicationId(Prospects.id()));
        var person = new Actor(applicant, Role.STUDENT, "mentor");
        var exported = new ExportedLeads(new InMemoryLeadViews(agency.stores));

        assertThat(exported.name()).isEqualTo("leads");
        assertThat(exported.page(person, PageRequest.first()).items())
                .extracting(OwnLead::contact)
                .containsExactly(onlyLead().contact());
        assertThat(exported.page(agency.rival, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void aUserWhoIsNotActiveMakesNoLead() {
        assertThat(meet(new ApplicationId(Prospects.id()))).isZero();
        assertThat(agency.stores.leads()).isEmpty();
    }

    @Test
    void anEnrollmentConvertsTheLeadOnce() {
        agency.contacts.user(applicant, email, null);
        meet(new ApplicationId(Prospects.id()));

        assertThat(agency.applicants.convert(applicant, NOW)).isEqualTo(1);
        assertThat(agency.applicants.convert(applicant, NOW)).isZero();

        assertThat(onlyLead().status()).isEqualTo(LeadStatus.CONVERTED);
        assertThat(agency.stores.activities())
                .extracting(LeadActivity::type)
                .containsExactly(ActivityType.CREATED, ActivityType.CONVERTED);
    }

    @Test
    void aDeletedAccountLeavesAnEmptyLeadWithoutHistory() {
        agency.contacts.user(applicant, email, null);
        meet(new ApplicationId(Prospects.id()));

        assertThat(agency.erasure.erase(applicant, NOW)).isEqualTo(1);
        assertThat(agency.erasure.erase(applicant, NOW)).isZero();

        assertThat(onlyLead().contact().email()).isNull();
        assertThat(onlyLead().status()).isEqualTo(LeadStatus.ARCHIVED);
        assertThat(agency.stores.activities()).isEmpty();
        assertThat(agency.copies.rawEmails).containsExactly(email);
        assertThat(agency.copies.importedEmails).containsExactly(email);
    }

    @Test
    void anApplicationMakesALeadThoughAnEditGaveItsAddressToAnother() {
        agency.contacts.user(applicant, email, null);
        var other = Prospects.user();
        agency.contacts.user(other, Prospects.email(), agency.member.userId());
        agency.applicants.meet(other, new ApplicationId(Prospects.id()), Prospects.PLATFORM, NOW);
        var edit = new LeadEdit(Change.keep(), Change.to(email), Change.keep());
        agency.leads.edit(agency.admin, onlyLead().id(), 0, edit);

        assertThat(meet(new ApplicationId(Prospects.id()))).isEqualTo(1);

        assertThat(agency.stores.leads())
                .extracting(
                        lead -> lead.contact().email(), lead -> lead.origin().userId())
                .containsExactly(tuple(null, other), tuple(email, applicant));
    }

    @Test
    void aVerifiedAddressIsErasedFromLeadsWithoutAnAccountOnly() {
        var known = agency.leads.create(agency.member, new NewLead("Grace", email, null, Prospects.FAIR));
        agency.activities.report(agency.member, known.id(), ActivityType.CALL, "Has two children");
        var other = agency.lead(agency.member);

        assertThat(agency.erasure.eraseAddress(applicant, email, NOW)).isEqualTo(1);

        assertThat(agency.stored(known.id()).contact()).isEqualTo(new LeadContact("Deleted user", null, null, null));
        assertThat(agency.stored(other).status()).isEqualTo(LeadStatus.ACTIVE);
        assertThat(agency.stores.activities()).extracting(LeadActivity::leadId).containsExactly(other);
    }

    private int meet(ApplicationId application) {
        return agency.applicants.meet(applicant, application, Prospects.PLATFORM, NOW);
    }

    private Lead onlyLead() {
        assertThat(agency.stores.leads()).hasSize(1);
        return agency.stores.leads().getFirst();
    }
}
