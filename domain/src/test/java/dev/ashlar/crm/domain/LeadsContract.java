// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Leads}. */
public abstract class LeadsContract {
    private final UserId owner = Prospects.user();
    private final LeadScope own = Prospects.scopeOf(owner);
    private final LeadScope strange = Prospects.scopeOf(Prospects.user());
    private final LeadScope elsewhere = new LeadScope("mentor", null);

    /** Returns the ports under test. */
    protected abstract CrmStores stores();

    @Test
    void storesEveryField() {
        var contact = LeadContact.of("Ada", Prospects.email(), "+4930123456", Prospects.NUMBERS);
        var lead = stored(Prospects.lead(owner, contact));
        var applied = stored(Prospects.applied(null, Prospects.user(), Prospects.email()));

        assertThat(leads().find(own, lead.id())).contains(lead);
        assertThat(leads().lock(own, lead.id())).contains(lead);
        assertThat(leads().find(Prospects.everyones(), applied.id())).contains(applied);
        assertThat(leads().lock(Prospects.everyones(), applied.id())).contains(applied);
        assertThat(leads().find(own, Prospects.lead(owner).id())).isEmpty();
    }

    @Test
    void findsNothingOutsideTheScope() {
        var lead = stored(Prospects.lead(owner));
        var unowned = stored(Prospects.lead(null));

        for (var scope : List.of(strange, elsewhere, new LeadScope("mentor", List.of(owner)))) {
            assertThat(leads().find(scope, lead.id())).isEmpty();
            assertThat(leads().lock(scope, lead.id())).isEmpty();
            assertThat(leads().lockBoth(scope, lead.id(), unowned.id())).isEmpty();
        }
        assertThat(leads().find(own, unowned.id())).isEmpty();
        assertThat(leads().lock(own, unowned.id())).isEmpty();
        assertThat(leads().lockBoth(own, lead.id(), unowned.id())).containsExactly(lead);
        assertThat(leads().find(Prospects.scopeOf(Prospects.user(), owner), lead.id()))
                .as("in a team")
                .contains(lead);
    }

    @Test
    void changesNothingOutsideTheScope() {
        var lead = stored(Prospects.lead(owner));

        for (var scope : List.of(strange, elsewhere)) {
            assertThat(leads().change(scope, lead.lost(), 0, NOW)).isFalse();
        }

        assertThat(again(lead)).isEqualTo(lead);
    }

    @Test
    void locksTheOlderLeadFirst() {
        var older = stored(Prospects.lead(owner));
        var younger = stored(Prospects.lead(owner));

        assertThat(leads().lockBoth(own, older.id(), younger.id())).containsExactly(older, younger);
        assertThat(leads().lockBoth(Prospects.everyones(), younger.id(), older.id()))
                .containsExactly(older, younger);
    }

    @Test
    @Tag("rule-stale-update-refused")
    void storesOneChangeOfAVersion() {
        var lead = stored(Prospects.lead(owner));
        var next = lead.with(Prospects.named("Ada King"), Prospects.NUMBERS).converted(NOW);

        assertThat(leads().change(own, next, 0, NOW)).isTrue();
        assertThat(leads().change(own, lead.lost(), 0, NOW)).isFalse();

        assertThat(again(lead))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(next);
        assertThat(again(lead).version()).isEqualTo(1);
    }

    @Test
    void anotherOwnerTakesALeadOutOfTheScope() {
        var lead = stored(Prospects.lead(owner));
        var next = Prospects.user();

        assertThat(leads().change(own, lead.assigned(next), 0, NOW)).isTrue();

        assertThat(leads().find(own, lead.id())).isEmpty();
        assertThat(leads().find(Prospects.scopeOf(next), lead.id())).isPresent();
    }

    @Test
    void storesOneLeadOfAnEmailAddressInASource() {
        var first = stored(Prospects.lead(owner));
        var upper = LeadContact.of(
                "Ada", String.valueOf(first.contact().email()).toUpperCase(Locale.ROOT), null, Prospects.NUMBERS);

        assertThat(leads().insert(Prospects.lead(Prospects.user(), upper))).isFalse();
        assertThat(leads().insert(Prospects.applied(
                        null, Prospects.user(), first.contact().email())))
                .as("in another source")
                .isTrue();

        assertThat(leads().change(own, first.mergedInto(stored(Prospects.lead(owner))), 0, NOW))
                .isTrue();
        assertThat(leads().insert(Prospects.lead(owner, upper))).isTrue();
    }

    @Test
    void storesOneLeadOfAUserInASource() {
        var applicant = Prospects.user();
        stored(Prospects.applied(owner, applicant, Prospects.email()));

        assertThat(leads().insert(Prospects.applied(owner, applicant, Prospects.email())))
                .isFalse();
    }

    @Test
    void pointsMergedLeadsToTheLeadThatTakesOver() {
        var middle = stored(Prospects.lead(owner));
        var first = archived(Prospects.lead(owner), middle);
        var last = stored(Prospects.lead(owner));

        assertThat(leads().repoint(middle.id(), last.id(), NOW)).isEqualTo(1);
        assertThat(leads().repoint(middle.id(), last.id(), NOW)).isZero();

        assertThat(again(first).standing().mergedIntoId()).isEqualTo(last.id());
        assertThat(again(middle)).isEqualTo(middle);
    }

    @Test
    void linksTheLeadOfAnEmailAddressToItsUserOnce() {
        var lead = stored(Prospects.lead(owner));
        var applicant = Prospects.user();
        var application = new ApplicationId(Prospects.id());
        var email = String.valueOf(lead.contact().email()).toUpperCase(Locale.ROOT);

        assertThat(leads().link("other", email, applicant, application, NOW)).isZero();
        assertThat(leads().link(Prospects.FAIR, Prospects.email(), applicant, application, NOW))
                .isZero();
        assertThat(leads().link(Prospects.FAIR, email, applicant, application, NOW))
                .isEqualTo(1);
        assertThat(leads().link(Prospects.FAIR, email, Prospects.user(), application, NOW))
                .isZero();

        var linked = again(lead);
        assertThat(linked.origin().userId()).isEqualTo(applicant);
        assertThat(linked.origin().applicationId()).isEqualTo(application);
        assertThat(linked.standing()).isEqualTo(lead.standing());
        assertThat(linked.version()).isEqualTo(1);
    }

    @Test
    void linksNoLeadOfAUserWhoHasOne() {
        var applicant = Prospects.user();
        var first = stored(Prospects.lead(owner));
        var second = stored(Prospects.lead(owner));
        leads().link(Prospects.FAIR, first.contact().email(), applicant, new ApplicationId(Prospects.id()), NOW);

        assertThat(leads().link(
                                Prospects.FAIR,
                                second.contact().email(),
                                applicant,
                                new ApplicationId(Prospects.id()),
                                NOW))
                .isZero();
    }

    @Test
    void findsTheLeadsOfAnApplicantByAccountAndByAddress() {
        var applicant = Prospects.user();
        var email = Prospects.email();
        var met = Lead.of(
                new LeadId(Prospects.id()),
                LeadContact.of("Ada", email, null, Prospects.NUMBERS),
                LeadOrigin.met(LeadOrigin.APPLICATIONS, Prospects.PLATFORM),
                owner,
                NOW);
        var older = stored(met);
        var applied = stored(Prospects.applied(owner, applicant, Prospects.email()));
        stored(Prospects.lead(owner, LeadContact.of("Ada", email, null, Prospects.NUMBERS)));
        stored(Prospects.applied(owner, Prospects.user(), Prospects.email()));

        leads().lockApplicant(applicant);
        assertThat(leads().lockOfApplicant(LeadOrigin.APPLICATIONS, applicant, email.toUpperCase(Locale.ROOT)))
                .containsExactly(older, applied);
        assertThat(leads().change(own, older.mergedInto(applied), 0, NOW)).isTrue();
        assertThat(leads().lockOfApplicant(LeadOrigin.APPLICATIONS, applicant, email))
                .containsExactly(applied);
    }

    @Test
    void convertsTheActiveAndLostLeadsOfAUser() {
        var applicant = Prospects.user();
        var lead = stored(Prospects.applied(owner, applicant, Prospects.email()));
        var met = stored(Prospects.lead(owner));
        leads().link(Prospects.FAIR, met.contact().email(), applicant, new ApplicationId(Prospects.id()), NOW);
        assertThat(leads().change(own, again(met).lost(), 1, NOW)).isTrue();
        var other = stored(Prospects.applied(owner, Prospects.user(), Prospects.email()));
        var later = NOW.plus(Duration.ofDays(1));

        assertThat(leads().convertOf(applicant, NOW)).containsExactlyInAnyOrder(lead.id(), met.id());
        assertThat(leads().convertOf(applicant, later)).isEmpty();

        assertThat(again(lead).standing()).isEqualTo(lead.converted(NOW).standing());
        assertThat(again(other)).isEqualTo(other);
    }

    @Test
    void erasesLeadsOnce() {
        var lead = stored(Prospects.applied(owner, Prospects.user(), Prospects.email()));
        var other = stored(Prospects.applied(owner, Prospects.user(), Prospects.email()));

        assertThat(leads().erase(List.of(lead.id()), NOW)).isEqualTo(1);
        assertThat(leads().erase(List.of(lead.id()), NOW)).isZero();

        var erased = again(lead);
        assertThat(erased.contact()).isEqualTo(new LeadContact("Deleted user", null, null, null));
        assertThat(erased.status()).isEqualTo(LeadStatus.ARCHIVED);
        assertThat(again(other)).isEqualTo(other);
    }

    @Test
    void findsTheLeadsOfAUserAndThoseThatWereMergedIntoThem() {
        var person = Prospects.user();
        var kept = stored(Prospects.applied(owner, person, Prospects.email()));
        var merged = archived(Prospects.lead(owner), kept);
        stored(Prospects.applied(owner, Prospects.user(), Prospects.email()));

        assertThat(leads().leadsOf(person))
                .containsExactlyInAnyOrder(
                        new PersonalLead(kept.id(), kept.contact().email(), null),
                        new PersonalLead(merged.id(), merged.contact().email(), null));
    }

    @Test
    void findsTheLeadsWithAnAddressAndThoseThatWereMergedWithThem() {
        var kept = stored(Prospects.lead(owner));
        var merged = archived(Prospects.lead(owner), kept);
        var sibling = archived(Prospects.lead(owner), kept);
        stored(Prospects.lead(owner));

        for (var lead : List.of(kept, merged, sibling)) {
            assertThat(leads().leadsWith(lead.contact().email().toUpperCase(Locale.ROOT), Prospects.user()))
                    .extracting(PersonalLead::id)
                    .containsExactlyInAnyOrder(kept.id(), merged.id(), sibling.id());
        }
    }

    @Test
    void findsNoLeadOfAnotherAccountByAnAddress() {
        var person = Prospects.user();
        var email = Prospects.email();
        var lead = stored(Prospects.applied(owner, person, email));

        assertThat(leads().leadsWith(email, Prospects.user())).isEmpty();
        assertThat(leads().leadsWith(email, person)).containsExactly(new PersonalLead(lead.id(), email, null));
    }

    @Test
    void takesAnAddressFromTheLeadsOfOtherAccounts() {
        var person = Prospects.user();
        var email = Prospects.email();
        var other = stored(Prospects.applied(owner, Prospects.user(), email));
        var unknown = stored(Prospects.lead(owner, LeadContact.of("Ada", email, null, Prospects.NUMBERS)));

        assertThat(leads().releaseAddress(email.toUpperCase(Locale.ROOT), person, NOW))
                .isEqualTo(1);
        assertThat(leads().releaseAddress(email, person, NOW)).isZero();

        assertThat(again(other).contact().email()).isEqualTo(other.id().value() + "@unknown.invalid");
        assertThat(again(other).contact().name()).isEqualTo(other.contact().name());
        assertThat(again(other).status()).isEqualTo(LeadStatus.ACTIVE);
        assertThat(again(unknown)).isEqualTo(unknown);
        assertThat(leads().insert(Prospects.applied(owner, person, email))).isTrue();
    }

    @Test
    void leavesALeadWithAPhoneNumberWithoutTheAddress() {
        var email = Prospects.email();
        var lead = Prospects.applied(owner, Prospects.user(), email);
        var edited = stored(lead)
                .with(new LeadEdit(Change.keep(), Change.keep(), Change.to("+4930123456")), Prospects.NUMBERS);
        assertThat(leads().change(own, edited, 0, NOW)).isTrue();

        assertThat(leads().releaseAddress(email, Prospects.user(), NOW)).isEqualTo(1);

        assertThat(again(lead).contact())
                .isEqualTo(new LeadContact("Grace Hopper", null, "+4930123456", "+4930123456"));
    }

    private Leads leads() {
        return stores().leads();
    }

    private Lead stored(Lead lead) {
        assertThat(leads().insert(lead)).isTrue();
        return lead;
    }

    private Lead archived(Lead lead, Lead into) {
        stored(lead);
        assertThat(leads().change(own, lead.mergedInto(into), 0, NOW)).isTrue();
        return again(lead);
    }

    private Lead again(Lead lead) {
        return leads().find(Prospects.everyones(), lead.id()).orElseThrow();
    }
}
