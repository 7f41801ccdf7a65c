// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;

/** Sales person who is to be in charge of a lead. */
public record LeadOwner(LeadId id, UserId ownerId) {}
