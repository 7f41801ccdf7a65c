// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of rows of an import, one after the other: a row whose lead is not known creates one, one with an address that its lead lacks
 * completes it. A row finds its lead in its source by the email address; by the phone number if one of the two has no email address.
 */
public final class ImportBatch {
    private final ImportRights rights;
    private final Supplier<LeadId> ids;
    private final Instant at;
    private final Map<Key, LeadId> byEmail = new HashMap<>();
    private final Map<Key, LeadId> byPhone = new HashMap<>();
    private final Map<LeadId, Lead> known = new HashMap<>();
    private final Map<LeadId, Lead> created = new LinkedHashMap<>();
    private final Map<LeadId, Lead> updated = new LinkedHashMap<>();
    private final List<RowResult> results = new ArrayList<>();

    /**
     * Begins a batch.
     *
     * @param found leads that the rows may be, the oldest first
     */
    public ImportBatch(ImportRights rights, List<Lead> found, Supplier<LeadId> ids, Instant at) {
        this.rights = rights;
        this.ids = ids;
        this.at = at;
        found.forEach(this::learn);
    }

    /** Adds the next row. */
    public void add(ReadRow row) {
        var contact = row.contact();
        if (!row.isValid() || contact == null) {
            refuse(row, new RowProblems(row.problems()));
            return;
        }
        var source = Objects.requireNonNull(row.source());
        var lead = find(contact, source);
        if (lead == null) {
            create(contact, source);
            results.add(new RowResult(row.number(), RowOutcome.CREATED, null));
        } else if (!rights.scope().includes(lead)) {
            refuse(row, RowProblems.of("email", "must not be that of a lead of another sales person in this source"));
        } else {
            results.add(new RowResult(row.number(), complete(lead, contact), null));
        }
    }

    /** Returns the new leads. */
    public List<Lead> created() {
        return List.copyOf(created.values());
    }

    /** Returns the known leads that have new addresses, in the version that was found. */
    public Collection<Lead> updated() {
        return List.copyOf(updated.values());
    }

    /** Returns the results of all rows. */
    public List<RowResult> results() {
        return List.copyOf(results);
    }

    private void refuse(ReadRow row, RowProblems problems) {
        results.add(new RowResult(row.number(), RowOutcome.REFUSED, problems));
    }

    private void create(LeadContact contact, String source) {
        var origin = LeadOrigin.met(source, rights.platform());
        var lead = Lead.of(ids.get(), contact, origin, rights.leadOwnerId(), at);
        created.put(lead.id(), lead);
        learn(lead);
    }

    private RowOutcome complete(Lead lead, LeadContact contact) {
        var next = lead.completedBy(contact);
        if (next.equals(lead)) {
            return RowOutcome.SKIPPED;
        }
        (created.containsKey(lead.id()) ? created : updated).put(lead.id(), next);
        learn(next);
        return RowOutcome.UPDATED;
    }

    private @Nullable Lead find(LeadContact contact, String source) {
        var same = lead(byEmail, source, contact.email());
        if (same != null) {
            return same;
        }
        var caller = lead(byPhone, source, contact.phone());
        boolean isOther =
                caller != null && contact.email() != null && caller.contact().email() != null;
        return isOther ? null : caller;
    }

    private @Nullable Lead lead(Map<Key, LeadId> by, String source, @Nullable String address) {
        var id = address == null ? null : by.get(Key.of(source, address));
        return id == null ? null : known.get(id);
    }

    private void learn(Lead lead) {
        known.put(lead.id(), lead);
        var source = lead.origin().source();
        var email = lead.contact().email();
        if (email != null) {
            byEmail.putIfAbsent(Key.of(source, email), lead.id());
        }
        var phone = lead.contact().phone();
        if (phone != null && rights.scope().includes(lead)) {
            byPhone.putIfAbsent(Key.of(source, phone), lead.id());
        }
    }

    /** Address in a source. Both are ASCII. */
    private record Key(String source, String address) {
        static Key of(String source, String address) {
            return new Key(source, address.toLowerCase(Locale.ROOT));
        }
    }
}
