// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.application.ApplicantLeadService;
import dev.ashlar.crm.application.LeadActivityService;
import dev.ashlar.crm.application.LeadErasureService;
import dev.ashlar.crm.application.LeadMergeService;
import dev.ashlar.crm.application.LeadProgressService;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.LeadTagService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Services of crm that concurrency tests call. */
@Component
@Lazy
record CrmServices(
        LeadService leads,
        LeadProgressService progress,
        LeadMergeService merges,
        LeadActivityService activities,
        LeadTagService tags,
        ApplicantLeadService applicants,
        LeadErasureService erasure) {}
