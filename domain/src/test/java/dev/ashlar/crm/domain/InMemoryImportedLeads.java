// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@link ImportedLeads} for tests of one thread. */
final class InMemoryImportedLeads implements ImportedLeads {
    private final InMemoryLeads leads;

    InMemoryImportedLeads(InMemoryLeads leads) {
        this.leads = leads;
    }

    @Override
    public List<Lead> matches(LeadScope scope, List<ImportKey> keys) {
        return leads.all().stream()
                .filter(lead -> lead.status() != LeadStatus.ARCHIVED)
                .filter(lead -> keys.stream().anyMatch(key -> matches(scope, lead, key)))
                .toList();
    }

    @Override
    public int insertMissing(List<Lead> added) {
        return Math.toIntExact(added.stream().filter(leads::insert).count());
    }

    @Override
    public int complete(LeadScope scope, Collection<Lead> next, Instant at) {
        return Math.toIntExact(next.stream()
                .filter(lead -> leads.change(scope, lead, lead.version(), at))
                .count());
    }

    private static boolean matches(LeadScope scope, Lead lead, ImportKey key) {
        var contact = lead.contact();
        return lead.origin().source().equals(key.source())
                && (isSame(contact.email(), key.email())
                        || (isSame(contact.phone(), key.phone()) && scope.includes(lead)));
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && one.toLowerCase(Locale.ROOT).equals(other);
    }
}
