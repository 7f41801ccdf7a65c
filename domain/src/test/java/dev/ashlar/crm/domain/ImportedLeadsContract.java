// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link ImportedLeads}. */
public abstract class ImportedLeadsContract {
    private static final String PHONE = "+4930123456";

    private final UserId owner = Prospects.user();
    private final LeadScope own = Prospects.scopeOf(owner);

    /** Returns the ports under test. */
    protected abstract ImportStores stores();

    @Test
    void findsLeadsByEmailAddressAndPhoneNumber() {
        var one = stored(owner, "One@example.com", null);
        var other = stored(owner, null, PHONE);
        stored(owner, "three@example.com", "+4930654321");

        assertThat(imported().matches(own, List.of(key("one@example.com", null), key(null, PHONE))))
                .containsExactly(one, other);
        assertThat(imported().matches(own, List.of(key("one@example.com", PHONE))))
                .containsExactly(one, other);
        assertThat(imported().matches(own, List.of(new ImportKey("website", "one@example.com", PHONE))))
                .isEmpty();
    }

    @Test
    void findsLeadsOfOthersByEmailAddressOnly() {
        var taken = stored(Prospects.user(), "one@example.com", PHONE);
        var unowned = stored(null, "two@example.com", PHONE);

        assertThat(imported().matches(own, List.of(key("one@example.com", PHONE), key("two@example.com", null))))
                .containsExactly(taken, unowned);
        assertThat(imported().matches(own, List.of(key(null, PHONE)))).isEmpty();
        assertThat(imported().matches(Prospects.everyones(), List.of(key(null, PHONE))))
                .containsExactly(taken, unowned);
        assertThat(imported().matches(new LeadScope("mentor", null), List.of(key(null, PHONE))))
                .isEmpty();
    }

    @Test
    void findsNoArchivedLeads() {
        var younger = stored(owner, "one@example.com", PHONE);
        var older = stored(owner, "two@example.com", null);
        stores().leads().change(own, younger.mergedInto(older), 0, NOW);

        assertThat(imported().matches(own, List.of(key("one@example.com", PHONE))))
                .isEmpty();
    }

    @Test
    void storesLeadsThatAreMissing() {
        stored(Prospects.user(), "one@example.com", null);
        var taken = lead(owner, "ONE@example.com", null);
        var added = lead(owner, "two@example.com", PHONE);
        var unowned = lead(null, null, "+4930654321");

        assertThat(imported().insertMissing(List.of(taken, added, unowned))).isEqualTo(2);

        assertThat(stores().leads().find(own, added.id())).contains(added);
        assertThat(stores().leads().find(own, taken.id())).isEmpty();
        assertThat(stores().leads().find(Prospects.everyones(), unowned.id())).contains(unowned);
    }

    @Test
    void completesLeadsOfTheScopeInTheirVersions() {
        var one = stored(owner, "one@example.com", null);
        var stale = stored(owner, "two@example.com", null);
        var foreign = stored(Prospects.user(), "three@example.com", null);
        stores().leads().change(own, stale.lost(), 0, NOW);
        var phone = LeadContact.of("Another", null, PHONE, Prospects.NUMBERS);
        var next = List.of(one.completedBy(phone), stale.completedBy(phone), foreign.completedBy(phone));

        assertThat(imported().complete(own, next, NOW)).isEqualTo(1);

        var read = stores().leads().find(own, one.id()).orElseThrow();
        assertThat(read.contact()).isEqualTo(new LeadContact("Ada Lovelace", "one@example.com", PHONE, PHONE));
        assertThat(read.version()).isEqualTo(1);
        assertThat(imported().complete(Prospects.everyones(), List.of(foreign.completedBy(phone)), NOW))
                .isEqualTo(1);
        assertThat(imported().complete(new LeadScope("mentor", null), List.of(read), NOW))
                .isZero();
    }

    private Lead stored(@Nullable UserId of, @Nullable String email, @Nullable String phone) {
        var lead = lead(of, email, phone);
        assertThat(stores().leads().insert(lead)).isTrue();
        return lead;
    }

    private static Lead lead(@Nullable UserId of, @Nullable String email, @Nullable String phone) {
        return Prospects.lead(of, LeadContact.of("Ada Lovelace", email, phone, Prospects.NUMBERS));
    }

    private static ImportKey key(@Nullable String email, @Nullable String phone) {
        return new ImportKey(Prospects.FAIR, email, phone);
    }

    private ImportedLeads imported() {
        return stores().imported();
    }
}
