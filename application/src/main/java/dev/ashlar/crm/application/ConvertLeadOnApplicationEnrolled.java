// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.admissions.ApplicationEnrolled;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Converts the lead of an applicant who has taken a seat. */
@Component
class ConvertLeadOnApplicationEnrolled {
    private final ApplicantLeadService leads;

    ConvertLeadOnApplicationEnrolled(ApplicantLeadService leads) {
        this.leads = leads;
    }

    @AfterCommit("crm.convert-lead")
    void on(ApplicationEnrolled event) {
        leads.convert(event.applicant(), event.at());
    }
}
