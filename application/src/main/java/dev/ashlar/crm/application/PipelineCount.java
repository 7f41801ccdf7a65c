// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Number of leads of one status, owner and source.
 *
 * @param ownerId null for leads without an owner
 */
public record PipelineCount(LeadStatus status, @Nullable UserId ownerId, String source, long leads) {}
