// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.crm.domain.Prospects.NUMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawLeadTest {
    @Test
    void becomesALeadWithoutAnOwner() {
        var row = raw("Ada", "ada@example.com", "+4930123456", "Spring Fair", "LMS");
        var id = new LeadId(Prospects.id());

        assertThat(row.toLead(id, NUMBERS))
                .contains(new Lead(
                        id,
                        new LeadContact("Ada", "ada@example.com", "+4930123456", "+4930123456"),
                        new LeadOrigin("spring-fair", "lms", null, null, row.id()),
                        LeadStanding.ownedBy(null),
                        NOW,
                        0));
    }

    @Test
    void leavesAnInvalidEmailAddressOut() {
        assertThat(contact(raw("Ada", "ada at example", "030 1", null, null)))
                .contains(new LeadContact("Ada", null, null, "030 1"));
        assertThat(contact(raw("Ada", "ada at example", null, null, null))).isEmpty();
        assertThat(contact(raw("Ada", null, null, null, null))).isEmpty();
        assertThat(contact(raw(null, null, null, null, null))).isEmpty();
    }

    @Test
    void leavesAPhoneNumberOutThatIsTooLong() {
        assertThat(contact(raw("Ada", "ada@example.com", "0".repeat(61), null, null)))
                .contains(new LeadContact("Ada", "ada@example.com", null, null));
        assertThat(contact(raw("Ada", null, "0".repeat(61), null, null))).isEmpty();
    }

    @Test
    void isNamedInOneLine() {
        assertThat(contact(raw("Ada\r\nKing\u2028Lovelace\u0007", "ada@example.com", null, null, null)))
                .contains(new LeadContact("Ada King Lovelace", "ada@example.com", null, null));
    }

    @Test
    void isNamedByItsAddressWithoutAName() {
        assertThat(contact(raw(" ", "ada@example.com", null, null, null)))
                .get()
                .extracting(LeadContact::name)
                .isEqualTo("ada@example.com");
        assertThat(contact(raw("x".repeat(300), "ada@example.com", null, null, null)))
                .get()
                .satisfies(contact -> assertThat(contact.name()).hasSize(200));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, legacy", "' ', legacy", "--, legacy", "A & B!, a-b", "Fair_2026, fair-2026"})
    void spellsTheSourceAsAWord(@Nullable String source, String word) {
        var lead = raw("Ada", "ada@example.com", null, source, null).toLead(new LeadId(Prospects.id()), NUMBERS);

        assertThat(lead.orElseThrow().origin().source()).isEqualTo(word);
        assertThat(lead.orElseThrow().origin().platform()).isEqualTo("mentor");
    }

    @Test
    void cutsALongSourceAtAWord() {
        var lead = raw("Ada", "ada@example.com", null, "x".repeat(59) + " y", null)
                .toLead(new LeadId(Prospects.id()), NUMBERS);

        assertThat(lead.orElseThrow().origin().source()).isEqualTo("x".repeat(59));
    }

    private static Optional<LeadContact> contact(RawLead row) {
        return row.toLead(new LeadId(Prospects.id()), NUMBERS).map(Lead::contact);
    }

    private static RawLead raw(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String source,
            @Nullable String platform) {
        return new RawLead(new RawLeadId(Prospects.id()), name, email, phone, source, platform, NOW);
    }
}
