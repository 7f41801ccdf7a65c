// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the leads of a user who has deleted the account. */
@Component
class EraseLeadsOnUserDeleted {
    private final LeadErasureService erasure;

    EraseLeadsOnUserDeleted(LeadErasureService erasure) {
        this.erasure = erasure;
    }

    @AfterCommit("crm.erase-person")
    void on(UserDeleted event) {
        erasure.erase(event.userId(), event.at());
    }
}
