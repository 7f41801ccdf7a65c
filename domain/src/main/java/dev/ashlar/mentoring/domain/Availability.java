// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.InstantRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Gatherer;
import java.util.stream.Stream;

/** Availability of one mentor: weekly rules, and overrides of single days. */
public record Availability(List<AvailabilityRule> rules, List<AvailabilityOverride> overrides) {
    public static final int MAX_RULES = 100;
    public static final int MAX_OVERRIDES = 400;

    public Availability {
        rules = List.copyOf(rules);
        overrides = List.copyOf(overrides);
        Fields.require(rules.size() <= MAX_RULES, "/rules", "must be at most " + MAX_RULES);
        Fields.require(overrides.size() <= MAX_OVERRIDES, "/overrides", "must be at most " + MAX_OVERRIDES);
    }

    /**
     * Cuts the windows of these days into slots, in order; the rest of a window stays free, and so does a slot that begins within
     * the buffer after the day before. Days and windows are local
     * to the mentor's zone, lengths are real time: across a change of the clock an hour remains an hour.
     *
     * @param from first day, in the zone
     * @param until first day after the last
     * @param notBefore earliest start of a slot
     */
    public Stream<InstantRange> slots(SlotPlan plan, LocalDate from, LocalDate until, Instant notBefore) {
        return spaced(
                from.datesUntil(until)
                        .flatMap(day -> cut(openings(day, plan.zone()), plan).stream())
                        .filter(slot -> !slot.from().isBefore(notBefore)),
                plan);
    }

    /** Leaves out slots that begin within the buffer after the last slot of the day before. */
    private static Stream<InstantRange> spaced(Stream<InstantRange> slots, SlotPlan plan) {
        return slots.gather(Gatherer.ofSequential(
                () -> new Instant[] {Instant.MIN},
                Gatherer.Integrator.<Instant[], InstantRange, InstantRange>ofGreedy((earliest, slot, kept) -> {
                    if (slot.from().isBefore(earliest[0])) {
                        return true;
                    }
                    earliest[0] = Objects.requireNonNull(slot.until()).plus(plan.buffer());
                    return kept.push(slot);
                })));
    }

    /** Returns the spans of a day in which the mentor is available, in order. */
    Stream<InstantRange> openings(LocalDate day, ZoneId zone) {
        var minutes = minutesOf(day);
        return Stream.iterate(
                        minutes.nextSetBit(0),
                        start -> start >= 0,
                        start -> minutes.nextSetBit(minutes.nextClearBit(start)))
                .map(start -> new LocalWindow(start, minutes.nextClearBit(start)))
                .flatMap(window -> window.on(day, zone).stream())
                // While the clock repeats an hour, a window returns after a later one.
                .sorted(Comparator.comparing(InstantRange::from));
    }

    private BitSet minutesOf(LocalDate day) {
        var minutes = new BitSet(LocalWindow.DAY);
        rules.stream()
                .filter(rule -> rule.appliesTo(day))
                .map(AvailabilityRule::window)
                .forEach(minutes(minutes, true));
        for (boolean available : new boolean[] {true, false}) {
            overrides.stream()
                    .filter(override -> override.day().equals(day) && override.isAvailable() == available)
                    .map(AvailabilityOverride::window)
                    .forEach(minutes(minutes, available));
        }
        return minutes;
    }

    private static Consumer<LocalWindow> minutes(BitSet minutes, boolean available) {
        return window -> minutes.set(window.start(), window.end(), available);
    }

    /** Cuts the openings of a day; two of them may be closer together than the buffer. */
    private static List<InstantRange> cut(Stream<InstantRange> openings, SlotPlan plan) {
        var slots = new ArrayList<InstantRange>();
        var earliest = Instant.MIN;
        for (var opening : openings.toList()) {
            var end = Objects.requireNonNull(opening.until());
            var start = opening.from().isAfter(earliest) ? opening.from() : earliest;
            while (!start.plus(plan.slotLength()).isAfter(end)) {
                var slotEnd = start.plus(plan.slotLength());
                slots.add(new InstantRange(start, slotEnd));
                earliest = slotEnd.plus(plan.buffer());
                start = earliest;
            }
        }
        return slots;
    }
}
