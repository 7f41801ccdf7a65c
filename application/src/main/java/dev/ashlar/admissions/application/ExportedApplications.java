// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Applications of a person. */
@Component
class ExportedApplications implements PersonalData {
    private final AdmissionService admissions;

    ExportedApplications(AdmissionService admissions) {
        this.admissions = admissions;
    }

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public Page<ApplicationView> page(Actor owner, PageRequest request) {
        return admissions.list(owner, null, null, request);
    }
}
