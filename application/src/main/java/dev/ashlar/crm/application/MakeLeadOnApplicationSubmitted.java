// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.admissions.ApplicationSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes a lead of an applicant in the transaction of the submission, so that no submitted application is without one. */
@Component
class MakeLeadOnApplicationSubmitted {
    private final ApplicantLeadService leads;

    MakeLeadOnApplicationSubmitted(ApplicantLeadService leads) {
        this.leads = leads;
    }

    @EventListener
    void on(ApplicationSubmitted event) {
        leads.meet(event.applicant(), event.applicationId(), event.platform(), event.at());
    }
}
