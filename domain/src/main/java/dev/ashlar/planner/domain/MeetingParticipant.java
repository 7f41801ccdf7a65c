// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;

/**
 * Person with a meeting on the schedule.
 *
 * @param id id of the item if it is new
 * @param title text of the item, without the name of the other participant
 */
public record MeetingParticipant(ScheduleItemId id, UserId ownerId, String title) {}
