// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the leads of a user who has deleted the account. */
@Component
class EraseLeadsOnUserDeleted {
    private final ApplicantLeadService leads;

    EraseLeadsOnUserDeleted(ApplicantLeadService leads) {
        this.leads = leads;
    }

    @AfterCommit("crm.erase-person")
    void on(UserDeleted event) {
        leads.erase(event.userId(), event.at());
    }
}
