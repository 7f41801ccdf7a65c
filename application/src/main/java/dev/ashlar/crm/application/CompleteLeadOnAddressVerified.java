// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.identity.AddressVerified;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Gives the lead of an applicant the address that the applicant has verified. */
@Component
class CompleteLeadOnAddressVerified {
    private final ApplicantLeadService leads;

    CompleteLeadOnAddressVerified(ApplicantLeadService leads) {
        this.leads = leads;
    }

    @AfterCommit("crm.complete-lead")
    void on(AddressVerified event) {
        leads.verify(event.userId(), event.at());
    }
}
