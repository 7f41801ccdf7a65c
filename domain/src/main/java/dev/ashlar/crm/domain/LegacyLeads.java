// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads of the legacy system, and leads without owners, for commands that mend all of them. */
public interface LegacyLeads {
    /**
     * Locks at most {@code limit} rows after {@code afterId} from which no lead was copied until the end of the transaction; returns them in
     * the order of their keys.
     */
    List<RawLead> uncopied(@Nullable UUID afterId, int limit);

    /** Stores those of the leads whose row, account and email address have no lead in the source; returns their number. */
    int insertMissing(List<Lead> leads);

    /** Lists at most {@code limit} leads with an account and without an owner after {@code afterId}, in the order of their keys. */
    List<UnownedLead> unowned(@Nullable UUID afterId, int limit);

    /** Gives leads that have no owner yet theirs; returns their number. */
    int own(List<LeadOwner> owners, Instant at);
}
