// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads that a person may see and change: a condition of each statement.
 *
 * @param platform code of the platform of the request
 * @param owners sales people whose leads are included; null for those of all and of nobody, for administrators
 */
public record LeadScope(String platform, @Nullable List<UserId> owners) {
    /** Maximum number of owners: a head and the members of the team. */
    public static final int MAX_OWNERS = 500;

    public LeadScope {
        owners = owners == null ? null : List.copyOf(owners);
    }

    /** Returns the scope of a lead whatever its owner, for changes that no person makes. */
    public static LeadScope around(Lead lead) {
        return new LeadScope(lead.origin().platform(), null);
    }

    /** Returns true if the lead is in this scope. */
    public boolean includes(Lead lead) {
        var owner = lead.standing().ownerId();
        return lead.origin().platform().equals(platform)
                && (owners == null || (owner != null && owners.contains(owner)));
    }
}
