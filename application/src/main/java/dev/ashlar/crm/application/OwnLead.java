// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.kernel.Flat;
import java.time.Instant;

/**
 * Lead as the person sees it who the lead is: without the work of sales.
 *
 * @param source campaign or form that the lead came from
 * @param platform code of the platform
 */
public record OwnLead(LeadId id, @Flat LeadContact contact, String source, String platform, Instant createdAt) {}
