// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.domain.SlotStatus;
import org.jspecify.annotations.Nullable;

/** Conditions on a person's meetings; null leaves a condition out. */
public record MeetingFilter(
        @Nullable MeetingRole role, @Nullable SlotStatus status) {}
