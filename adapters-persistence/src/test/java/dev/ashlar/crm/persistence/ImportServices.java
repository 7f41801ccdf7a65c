// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.application.LeadErasureService;
import dev.ashlar.crm.application.LeadImportService;
import dev.ashlar.crm.application.LeadImportStepService;
import dev.ashlar.crm.application.LeadImportWorkflow;
import dev.ashlar.crm.application.LeadService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Services of imports that concurrency tests call. */
@Component
@Lazy
record ImportServices(
        LeadImportService imports,
        LeadImportStepService steps,
        LeadImportWorkflow workflow,
        LeadService leads,
        LeadErasureService erasure) {}
