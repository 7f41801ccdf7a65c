// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOwner;
import dev.ashlar.crm.domain.LegacyLeads;
import dev.ashlar.crm.domain.PhoneNumbers;
import dev.ashlar.crm.domain.RawLead;
import dev.ashlar.crm.domain.UnownedLead;
import dev.ashlar.identity.Contact;
import dev.ashlar.identity.Contacts;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Batches of the one-shot commands of crm, each in one transaction. Both may be repeated and stopped at any time. */
@ApplicationService
public class LegacyLeadService {
    /** Number of rows of one batch. */
    static final int BATCH = 500;

    private final LegacyLeads legacy;
    private final Contacts contacts;
    private final PhoneNumbers numbers;
    private final IdSource ids;
    private final InstantSource clock;

    LegacyLeadService(LegacyLeads legacy, Contacts contacts, PhoneNumbers numbers, IdSource ids, InstantSource clock) {
        this.legacy = legacy;
        this.contacts = contacts;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Copies the next rows of the legacy system into leads. A row without a valid address, or with a lead already, is left out. */
    @Transactional
    public LegacyProgress copy(@Nullable UUID afterId, boolean isDryRun) {
        var rows = legacy.uncopied(afterId, BATCH);
        var wanted = rows.stream().flatMap(this::lead).toList();
        if (rows.isEmpty()) {
            return new LegacyProgress(null, 0, 0);
        }
        int copied = isDryRun || wanted.isEmpty() ? wanted.size() : legacy.insertMissing(wanted);
        return new LegacyProgress(rows.getLast().id().value(), rows.size(), copied);
    }

    /** Puts the sales heads of their users in charge of the next leads without owners. */
    @Transactional
    public LegacyProgress assignOwners(@Nullable UUID afterId, boolean isDryRun) {
        var rows = legacy.unowned(afterId, BATCH);
        if (rows.isEmpty()) {
            return new LegacyProgress(null, 0, 0);
        }
        var owners = owners(rows);
        int owned = isDryRun || owners.isEmpty() ? owners.size() : legacy.own(owners, clock.instant());
        return new LegacyProgress(rows.getLast().id().value(), rows.size(), owned);
    }

    private Stream<Lead> lead(RawLead row) {
        return row.toLead(new LeadId(ids.next()), numbers).stream();
    }

    private List<LeadOwner> owners(List<UnownedLead> rows) {
        Map<UserId, UserId> heads = new HashMap<>();
        for (Contact contact : contacts.contacts(
                rows.stream().map(UnownedLead::userId).distinct().toList())) {
            var head = contact.salesHeadId();
            if (head != null) {
                heads.put(contact.id(), head);
            }
        }
        return rows.stream()
                .flatMap(row ->
                        Optional.ofNullable(heads.get(row.userId()))
                                .map(head -> new LeadOwner(row.id(), head))
                                .stream())
                .toList();
    }
}
