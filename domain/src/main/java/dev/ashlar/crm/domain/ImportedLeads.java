// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Leads that rows of imports create and complete. */
public interface ImportedLeads {
    /**
     * Locks the leads that are not archived and are in the sources of these rows by an email address, of any owner, or by a phone
     * number, if they are in the scope; returns them oldest first.
     */
    List<Lead> matches(LeadScope scope, List<ImportKey> keys);

    /** Stores those of the leads whose email address has no lead in the source; returns their number. */
    int insertMissing(List<Lead> leads);

    /** Stores the addresses of leads of the scope that still have their versions; returns their number. */
    int complete(LeadScope scope, Collection<Lead> leads, Instant at);
}
