// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.crm.domain.SampleImports.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ashlar.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportBatchTest {
    private static final String EMAIL = "ada@example.com";
    private static final String PHONE = "+4930123456";
    private static final UserId OWNER = Prospects.user();

    @Test
    void createsALeadOfTheImporter() {
        var batch = batch(List.of(), row(1, EMAIL, PHONE));

        var lead = batch.created().getFirst();
        assertThat(lead.contact()).isEqualTo(new LeadContact("Ada Lovelace", EMAIL, PHONE, PHONE));
        assertThat(lead.origin()).isEqualTo(LeadOrigin.met(Prospects.FAIR, Prospects.PLATFORM));
        assertThat(lead.standing().ownerId()).isEqualTo(OWNER);
        assertThat(outcomes(batch)).containsExactly(RowOutcome.CREATED);
    }

    @Test
    void leavesLeadsOfAnAdministratorWithoutOwner() {
        var batch = new ImportBatch(
                new ImportRights(Prospects.PLATFORM, OWNER, null),
                List.of(known(Prospects.user(), "other@example.com", null)),
                () -> new LeadId(Prospects.id()),
                NOW);
        SampleImports.read(List.of(row(1, EMAIL, null), row(2, "other@example.com", PHONE)))
                .forEach(batch::add);

        assertThat(batch.created().getFirst().standing().ownerId()).isNull();
        assertThat(outcomes(batch)).containsExactly(RowOutcome.CREATED, RowOutcome.UPDATED);
    }

    @Test
    void completesALeadThatLacksAnAddress() {
        var byEmail = known(OWNER, EMAIL, null);
        var byPhone = known(OWNER, null, PHONE);

        var batch =
                batch(List.of(byEmail, byPhone), row(1, "ADA@example.com", "+49301"), row(2, "new@example.com", PHONE));

        assertThat(outcomes(batch)).containsExactly(RowOutcome.UPDATED, RowOutcome.UPDATED);
        assertThat(batch.updated())
                .extracting(
                        lead -> lead.contact().email(), lead -> lead.contact().phoneTyped())
                .containsExactly(tuple(EMAIL, "+49301"), tuple("new@example.com", PHONE));
    }

    @Test
    void changesNothingOfALeadThatHasAll() {
        var lead = known(OWNER, EMAIL, PHONE);

        var batch = batch(List.of(lead), row(1, EMAIL, "+4930999999"), row(2, null, PHONE));

        assertThat(outcomes(batch)).containsExactly(RowOutcome.SKIPPED, RowOutcome.SKIPPED);
        assertThat(batch.updated()).isEmpty();
    }

    @Test
    void takesAPhoneNumberWithTwoEmailAddressesForTwoPeople() {
        var batch = batch(List.of(known(OWNER, EMAIL, PHONE)), row(1, "eve@example.com", PHONE));

        assertThat(outcomes(batch)).containsExactly(RowOutcome.CREATED);
    }

    @Test
    void refusesALeadOfAnotherSalesPerson() {
        var batch = batch(List.of(known(Prospects.user(), EMAIL, null)), row(1, EMAIL, PHONE));

        assertThat(outcomes(batch)).containsExactly(RowOutcome.REFUSED);
        assertThat(batch.results().getFirst().problems())
                .isEqualTo(
                        RowProblems.of("email", "must not be that of a lead of another sales person in this source"));
        assertThat(batch.updated()).isEmpty();
    }

    @Test
    void findsTheLeadOfAnEarlierRow() {
        var batch = batch(List.of(), row(1, EMAIL, null), row(2, "ADA@example.com", PHONE), row(3, null, PHONE));

        assertThat(outcomes(batch)).containsExactly(RowOutcome.CREATED, RowOutcome.UPDATED, RowOutcome.SKIPPED);
        assertThat(batch.created())
                .extracting(Lead::contact)
                .containsExactly(new LeadContact("Ada Lovelace", EMAIL, PHONE, PHONE));
        assertThat(batch.updated()).isEmpty();
    }

    @Test
    void keepsSourcesApart() {
        var elsewhere = new ImportedRow(1, new RowFields("Ada", EMAIL, null, "website"), null);

        assertThat(outcomes(batch(List.of(known(OWNER, EMAIL, null)), elsewhere)))
                .containsExactly(RowOutcome.CREATED);
    }

    @Test
    void refusesRowsThatAreNotValid() {
        var batch = batch(List.of(), SampleImports.broken(1), row(2, null, null));

        assertThat(outcomes(batch)).containsExactly(RowOutcome.REFUSED, RowOutcome.REFUSED);
        assertThat(batch.created()).isEmpty();
    }

    @Property
    void theSameRowsTwiceChangeNothing(@ForAll @Size(max = 20) List<@IntRange(max = 15) Integer> addresses) {
        var rows = new ArrayList<ImportedRow>();
        addresses.forEach(some -> rows.add(row(
                rows.size() + 1,
                some % 4 == 0 ? null : "ada" + some % 4 + "@example.com",
                some / 4 == 0 ? null : "+493012345" + some / 4)));
        var first = batch(List.of(), rows.toArray(ImportedRow[]::new));

        var second = batch(first.created(), rows.toArray(ImportedRow[]::new));

        assertThat(second.created()).isEmpty();
        assertThat(second.updated()).isEmpty();
        assertThat(outcomes(second)).doesNotContain(RowOutcome.CREATED, RowOutcome.UPDATED);
    }

    private static ImportBatch batch(List<Lead> known, ImportedRow... rows) {
        var batch = new ImportBatch(SampleImports.rights(OWNER), known, () -> new LeadId(Prospects.id()), NOW);
        SampleImports.read(List.of(rows)).forEach(batch::add);
        return batch;
    }

    private static Lead known(@Nullable UserId owner, @Nullable String email, @Nullable String phone) {
        return Prospects.lead(owner, LeadContact.of("Ada Lovelace", email, phone, Prospects.NUMBERS));
    }

    private static List<RowOutcome> outcomes(ImportBatch batch) {
        return batch.results().stream().map(RowResult::outcome).toList();
    }
}
