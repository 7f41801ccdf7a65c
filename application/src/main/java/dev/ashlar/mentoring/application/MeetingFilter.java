package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.domain.SlotStatus;
import org.jspecify.annotations.Nullable;

/** Which of a person's meetings are wanted; null leaves a condition out. */
public record MeetingFilter(
        @Nullable MeetingRole role, @Nullable SlotStatus status) {}
