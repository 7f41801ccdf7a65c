// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.crm.domain.Prospects.NUMBERS;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {
    private final Lead lead = Prospects.lead(Prospects.user());

    @Test
    void keepsThePhoneNumberAsItWasTyped() {
        assertThat(LeadContact.of("Ada", null, " 030 123456 ", NUMBERS))
                .isEqualTo(new LeadContact("Ada", null, null, "030 123456"));
        assertThat(LeadContact.of("Ada", null, "+4930123456", NUMBERS))
                .isEqualTo(new LeadContact("Ada", null, "+4930123456", "+4930123456"));
    }

    @Test
    void needsAnAddress() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> LeadContact.of("Ada", null, null, NUMBERS));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> LeadContact.of("Ada", " ", " ", NUMBERS));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> LeadContact.of(" ", "ada@example.com", null, NUMBERS));
    }

    @Test
    void refusesAnInvalidEmailAddress() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> LeadContact.of("Ada", "ada at home", null, NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fair", "fair 2026", "-fair", "fair-", "fair--2026"})
    void refusesAnInvalidSource(String source) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> LeadOrigin.met(source, Prospects.PLATFORM));
    }

    @Test
    void boundsTheSource() {
        assertThat(LeadOrigin.met("a".repeat(60), Prospects.PLATFORM).source()).hasSize(60);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> LeadOrigin.met("a".repeat(61), Prospects.PLATFORM));
    }

    @Test
    void editsTheFieldsThatTheEditNames() {
        assertThat(lead.with(Prospects.named("Ada King"), NUMBERS).contact())
                .isEqualTo(new LeadContact("Ada King", lead.contact().email(), null, null));
        var phone = new LeadEdit(Change.keep(), Change.to(null), Change.to("+4930123456"));
        assertThat(lead.with(phone, NUMBERS).contact())
                .isEqualTo(new LeadContact("Ada Lovelace", null, "+4930123456", "+4930123456"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> lead.with(Prospects.named(null), NUMBERS));
    }

    @Test
    void convertsOnce() {
        var converted = lead.converted(NOW);

        assertThat(converted.standing())
                .isEqualTo(
                        new LeadStanding(LeadStatus.CONVERTED, lead.standing().ownerId(), NOW, null));
        assertRefused(CrmProblem.ILLEGAL_TRANSITION, () -> converted.converted(NOW));
        assertRefused(CrmProblem.ILLEGAL_TRANSITION, converted::lost);
    }

    @Test
    void reopensALostLead() {
        assertThat(lead.lost().reopened()).isEqualTo(lead);
        assertRefused(CrmProblem.ILLEGAL_TRANSITION, lead::reopened);
    }

    @Test
    void changesNoMergedLead() {
        var merged = lead.mergedInto(Prospects.lead(null));

        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> merged.with(Prospects.named("Ada"), NUMBERS));
        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> merged.assigned(Prospects.user()));
        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> merged.converted(NOW));
        assertRefused(CrmProblem.LEAD_ARCHIVED, merged::lost);
        assertRefused(CrmProblem.LEAD_ARCHIVED, merged::reopened);
        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> merged.mergedInto(lead));
        assertRefused(CrmProblem.LEAD_ARCHIVED, () -> merged.absorbing(lead));
    }

    @Test
    void completesALeadByAnotherOne() {
        var known = LeadContact.of("Ada", null, "+4930123456", NUMBERS);
        var survivor = Prospects.lead(null, known).lost();
        var applicant = Prospects.user();
        var other = Prospects.applied(Prospects.user(), applicant, Prospects.email());

        var completed = survivor.absorbing(other);

        assertThat(completed.contact())
                .isEqualTo(new LeadContact("Ada", other.contact().email(), "+4930123456", "+4930123456"));
        assertThat(completed.origin())
                .isEqualTo(new LeadOrigin(
                        Prospects.FAIR,
                        Prospects.PLATFORM,
                        applicant,
                        other.origin().applicationId(),
                        null));
        assertThat(completed.standing())
                .isEqualTo(new LeadStanding(LeadStatus.ACTIVE, other.standing().ownerId(), null, null));
    }

    @Test
    void keepsTheValuesOfALeadThatAnotherOneCompletes() {
        var other = Prospects.lead(Prospects.user(), LeadContact.of("Eve", null, "+4940123456", NUMBERS));

        assertThat(lead.absorbing(other.lost()))
                .isEqualTo(lead.with(new LeadEdit(Change.keep(), Change.keep(), Change.to("+4940123456")), NUMBERS));
        assertThat(lead.converted(NOW)
                        .absorbing(other.converted(NOW.plus(Duration.ofDays(1))))
                        .standing())
                .isEqualTo(lead.converted(NOW).standing());
        assertThat(lead.absorbing(other.converted(NOW)).standing())
                .isEqualTo(lead.converted(NOW).standing());
    }

    @Test
    void mergesNoLeadsOfDifferentUsers() {
        var user = Prospects.user();
        var one = Prospects.applied(null, user, Prospects.email());

        assertRefused(
                CrmProblem.LEADS_INCOMPATIBLE,
                () -> one.absorbing(Prospects.applied(null, Prospects.user(), Prospects.email())));
        assertThat(one.absorbing(Prospects.applied(null, user, Prospects.email())))
                .isEqualTo(one);
    }

    @Test
    void aScopeIncludesItsPlatformAndOwners() {
        var owner = lead.standing().ownerId();

        assertThat(Prospects.scopeOf(owner).includes(lead)).isTrue();
        assertThat(Prospects.scopeOf(Prospects.user()).includes(lead)).isFalse();
        assertThat(Prospects.scopeOf(owner).includes(Prospects.lead(null))).isFalse();
        assertThat(Prospects.everyones().includes(Prospects.lead(null))).isTrue();
        assertThat(new LeadScope("mentor", null).includes(lead)).isFalse();
    }
}
