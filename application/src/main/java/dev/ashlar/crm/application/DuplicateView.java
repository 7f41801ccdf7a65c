// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadId;

/**
 * Lead that is probably the person of an older one.
 *
 * @param olderId lead that a merge of the two keeps
 */
public record DuplicateView(LeadView lead, LeadId olderId, DuplicateReason reason) {}
