// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.LeadStanding;
import dev.ashlar.kernel.Flat;
import java.time.Instant;

/** Lead as it is read. */
public record LeadView(
        LeadId id,
        @Flat LeadContact contact,
        @Flat LeadOrigin origin,
        @Flat LeadStanding standing,
        Instant createdAt,
        int version) {
    /** Creates the view of a lead that was just stored; saves reading it back. */
    static LeadView of(Lead lead, int version) {
        return new LeadView(lead.id(), lead.contact(), lead.origin(), lead.standing(), lead.createdAt(), version);
    }
}
