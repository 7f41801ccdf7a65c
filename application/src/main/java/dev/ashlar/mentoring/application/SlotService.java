package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.SlotStatus;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Slots that are to be had, those that people have, and what mentors offer by hand. */
@ApplicationService
public class SlotService {
    private static final String OPEN_SLOTS = "mentoring.open-slots";
    private static final String MEETINGS = "mentoring.meetings";
    private static final String HISTORY = "mentoring.slot-history";

    private final Slots slots;
    private final SlotKeeper keeper;
    private final Mentors mentors;
    private final SlotViews views;
    private final IdSource ids;
    private final InstantSource clock;

    SlotService(Slots slots, SlotKeeper keeper, Mentors mentors, SlotViews views, IdSource ids, InstantSource clock) {
        this.slots = slots;
        this.keeper = keeper;
        this.mentors = mentors;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Slots of a mentor that can still be asked for, by start. */
    public Page<OpenSlotView> openSlots(
            UserId mentorId, @Nullable Instant from, @Nullable Instant until, PageRequest page) {
        var mentor = mentors.find(mentorId)
                .filter(found -> found.profile().isActive())
                .orElseThrow(() -> MentoringProblem.MENTOR_NOT_FOUND.because(
                        "Nobody with the id " + mentorId.value() + " takes bookings."));
        var earliest = Stream.of(
                        from == null ? Instant.EPOCH : from,
                        clock.instant().plus(mentor.profile().minNotice()),
                        afterCursor(page))
                .max(Instant::compareTo)
                .orElseThrow();
        var rows = views.openSlots(mentorId, earliest, until, page.rowsToRead());
        return Page.of(rows, page, slot -> Cursor.of(OPEN_SLOTS, micros(slot.startsAt())));
    }

    /** A slot, for those whom it concerns. */
    public SlotView slot(Actor actor, SlotId id) {
        return SlotView.of(keeper.visibleTo(actor, id));
    }

    /** Slots that the actor has or had with somebody, latest start first. */
    public Page<SlotView> meetings(Actor actor, MeetingFilter filter, PageRequest page) {
        var rows = views.meetings(actor.userId(), filter, page.afterUuid(MEETINGS), page.rowsToRead());
        return Page.of(rows, page, slot -> Cursor.of(MEETINGS, slot.id()));
    }

    public long countMeetings(Actor actor, MeetingFilter filter) {
        return views.countMeetings(actor.userId(), filter);
    }

    /** What was done with a slot, oldest first, for those whom it concerns. */
    public Page<SlotTransitionView> history(Actor actor, SlotId id, PageRequest page) {
        keeper.visibleTo(actor, id);
        var after = page.afterLong(HISTORY);
        var rows = views.history(id, after == null ? 0 : after.intValue(), page.rowsToRead());
        return Page.of(rows, page, transition -> Cursor.of(HISTORY, transition.version()));
    }

    /** Offers a span of the actor's time besides what their availability says. */
    @Transactional
    public SlotView offer(Actor actor, Instant startsAt, Instant endsAt) {
        if (mentors.find(actor.userId()).isEmpty()) {
            throw MentoringProblem.MENTOR_NOT_FOUND.because("Save your mentor profile first.");
        }
        var now = clock.instant();
        if (!startsAt.isAfter(now)) {
            throw KernelProblem.INVALID_REQUEST
                    .because("A slot starts in the future.")
                    .at("/startsAt", "must be in the future");
        }
        var slot = Slot.open(new SlotId(ids.next()), actor.userId(), startsAt, endsAt, false);
        slots.lockCalendars(List.of(actor.userId()));
        if (!slots.add(slot, now)) {
            throw MentoringProblem.SLOT_OVERLAP.because("Choose another time, or withdraw the slot that is there.");
        }
        return SlotView.of(slot);
    }

    /** Takes an open slot of the actor back; its time is not offered again. */
    @Transactional
    public void withdraw(Actor actor, SlotId id, int version) {
        var slot = keeper.ofMentor(actor, id);
        if (slot.status() == SlotStatus.TENTATIVE && slot.version() != version) {
            throw KernelProblem.STALE_VERSION.because("Read the slot again and repeat the change.");
        }
        keeper.store(new SlotChange(slot, slot.withdraw(), actor.userId(), null, clock.instant()));
    }

    /** The mentor's open slots do not overlap, so that the start alone says where a page ended. */
    private static Instant afterCursor(PageRequest page) {
        var last = page.afterLong(OPEN_SLOTS);
        return last == null ? Instant.EPOCH : Instant.EPOCH.plus(last + 1, ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
