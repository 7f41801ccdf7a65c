// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadView;
import dev.ashlar.kernel.web.Versioned;

/** Answers with a lead and its version. */
final class VersionedLead {
    private VersionedLead() {}

    static Versioned<LeadView> of(LeadView lead) {
        return Versioned.ok(lead.version(), lead);
    }
}
