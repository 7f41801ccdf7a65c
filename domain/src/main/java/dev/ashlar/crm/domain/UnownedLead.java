// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;

/**
 * Lead without an owner whose account is known.
 *
 * @param userId account of the lead
 */
public record UnownedLead(LeadId id, UserId userId) {}
