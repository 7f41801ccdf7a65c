package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;

/** A slot that can be had. */
public record OpenSlotView(SlotId id, UserId mentorId, Instant startsAt, Instant endsAt, int version) {}
