package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** {@link Slots} by SQL; what is written in bulk goes over as one array for each column. */
@Mapper
interface SlotMapper extends Slots {
    @Override
    default int offer(List<Slot> slots, Instant at) {
        return offerAll(
                slots.stream().map(Slot::id).toList(),
                slots.stream().map(Slot::mentorId).toList(),
                slots.stream().map(Slot::startsAt).toList(),
                slots.stream().map(Slot::endsAt).toList(),
                slots.stream().map(slot -> Boolean.toString(slot.isGenerated())).toList(),
                at);
    }

    int offerAll(
            List<SlotId> ids,
            List<UserId> mentors,
            List<Instant> starts,
            List<Instant> ends,
            List<String> generated,
            Instant at);
}
