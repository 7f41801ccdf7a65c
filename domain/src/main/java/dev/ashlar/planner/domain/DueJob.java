// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;

/** Key of an automation job with a tick that is due. */
public record DueJob(AutomationJobId id, UserId ownerId) {}
