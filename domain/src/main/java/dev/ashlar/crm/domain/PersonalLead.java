// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import org.jspecify.annotations.Nullable;

/**
 * Lead that a person is, with what leads to the rows that it was made from.
 *
 * @param email null if the lead has none, or is erased
 * @param legacyRawId null unless the lead was copied from the legacy system
 */
public record PersonalLead(
        LeadId id, @Nullable String email, @Nullable RawLeadId legacyRawId) {}
