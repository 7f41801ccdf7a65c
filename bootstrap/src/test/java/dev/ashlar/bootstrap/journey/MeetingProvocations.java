// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Mentoring.move;
import static dev.ashlar.bootstrap.journey.Mentoring.post;
import static dev.ashlar.bootstrap.journey.MentoringProvocations.deed;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Refusals concerning confirmed meetings. */
final class MeetingProvocations {
    private static final String RESCHEDULE = deed("reschedule");
    private static final String ILLEGAL = "mentoring.illegal-transition";

    private final Api admin;
    private final Timetable timetable;
    private final Mentoring mentoring;

    MeetingProvocations(Api nobody, Timetable timetable) {
        this.admin = nobody.demo("admin");
        this.timetable = timetable;
        this.mentoring = new Mentoring(nobody);
    }

    void addTo(Provocations all) {
        addMoves(all);
        addCancellations(all);
        addEnds(all);
    }

    private void addMoves(Provocations all) {
        all.add(RESCHEDULE, "auth.forbidden", () -> {
                    var mentor = mentoring.mentor();
                    var slot = mentoring.booked(mentor, mentoring.student());
                    return move(mentor, slot, mentoring.open(mentor, Duration.ofDays(3)));
                })
                .add(RESCHEDULE, ILLEGAL, () -> {
                    var mentor = mentoring.mentor();
                    var student = mentoring.student();
                    var slot = mentoring.requested(mentor, student);
                    return move(student, slot, mentoring.open(mentor, Duration.ofDays(3)));
                })
                .add(
                        RESCHEDULE,
                        "mentoring.slot-taken",
                        () -> moving((mentor, slot) -> mentoring.requested(mentor, mentoring.student())))
                .add(
                        RESCHEDULE,
                        "mentoring.mentor-different",
                        () -> moving((mentor, slot) -> mentoring.open(mentoring.mentor(), Duration.ofDays(3))))
                .add(
                        RESCHEDULE,
                        "mentoring.cutoff-passed",
                        () -> moving((mentor, slot) -> {
                            timetable.move(slot, Duration.ofHours(2));
                            return mentoring.open(mentor, Duration.ofDays(3));
                        }))
                .add(
                        RESCHEDULE,
                        "mentoring.notice-too-short",
                        () -> moving((mentor, slot) -> {
                            var tooSoon = mentoring.open(mentor, Duration.ofDays(3));
                            timetable.move(tooSoon, Duration.ofMinutes(30));
                            return tooSoon;
                        }))
                .add(
                        RESCHEDULE,
                        "mentoring.mentor-inactive",
                        () -> moving((mentor, slot) -> {
                            var open = mentoring.open(mentor, Duration.ofDays(3));
                            mentoring.save(mentor, 1, "active", false).is(200);
                            return open;
                        }))
                .add(RESCHEDULE, "mentoring.person-busy", () -> {
                    var mentor = mentoring.mentor();
                    var student = mentoring.student();
                    var open = mentoring.open(mentor, Duration.ofDays(9));
                    var slot = mentoring.booked(mentor, student);
                    mentoring.give(mentor, 100);
                    post(mentor, mentoring.open(mentoring.mentor(), Duration.ofDays(9)), "book")
                            .is(200);
                    return move(student, slot, open);
                })
                .add(RESCHEDULE, "mentoring.student-busy", () -> {
                    var student = mentoring.student();
                    var mentor = mentoring.mentor();
                    mentoring.requested(mentoring.mentor(), student);
                    var slot = mentoring.booked(mentor, student);
                    return move(student, slot, mentoring.open(mentor, Duration.ofDays(5)));
                });
    }

    private void addCancellations(Provocations all) {
        all.add(
                        deed("cancellation-request"),
                        "auth.forbidden",
                        () -> post(
                                admin,
                                mentoring.booked(mentoring.mentor(), mentoring.student()),
                                "cancellation-request"))
                .add(deed("cancellation-request"), ILLEGAL, () -> {
                    var student = mentoring.student();
                    return post(student, mentoring.unwanted(mentoring.mentor(), student), "cancellation-request");
                });
        all.add(deed("cancellation-request/approve"), "mentoring.meeting-not-refundable", this::approveOfReversed);
        for (var decision : List.of("cancellation-request/approve", "cancellation-request/deny")) {
            all.add(deed(decision), "mentoring.own-cancellation", () -> {
                        var student = mentoring.student();
                        return post(student, mentoring.unwanted(mentoring.mentor(), student), decision);
                    })
                    .add(deed(decision), ILLEGAL, () -> onBooked(decision));
        }
    }

    /** A booking that an administrator has reversed, and that the student then wants to cancel. */
    private Api.Answer approveOfReversed() {
        var mentor = mentoring.mentor();
        var student = mentoring.student();
        var slot = mentoring.unwanted(mentor, student);
        var booking = student.get("/api/v1/wallet/usages?type=meeting_booking")
                .is(200)
                .json()
                .at("/items/0/id")
                .asString();
        admin.postOnce("/api/v1/wallet-usages/" + booking + "/reverse", Map.of("reason", "Gave it back"))
                .is(201);
        return post(mentor, slot, "cancellation-request/approve");
    }

    private void addEnds(Provocations all) {
        for (var deed : List.of("complete", "no-show")) {
            all.add(deed(deed), "mentoring.meeting-not-over", () -> onBooked(deed))
                    .add(deed(deed), ILLEGAL, () -> {
                        var mentor = mentoring.mentor();
                        return post(mentor, mentoring.unwanted(mentor, mentoring.student()), deed);
                    });
        }
        all.add(deed("no-show"), "auth.forbidden", () -> {
                    var student = mentoring.student();
                    return post(student, mentoring.booked(mentoring.mentor(), student), "no-show");
                })
                .add(
                        deed("feedback"),
                        "auth.forbidden",
                        () -> post(admin, mentoring.booked(mentoring.mentor(), mentoring.student()), "feedback"))
                .add(deed("feedback"), "mentoring.meeting-not-completed", () -> onBooked("feedback"))
                .add(deed("feedback"), "mentoring.feedback-given", () -> {
                    var mentor = mentoring.mentor();
                    var slot = mentoring.booked(mentor, mentoring.student());
                    timetable.move(slot, Duration.ofHours(-2));
                    post(mentor, slot, "complete").is(200);
                    post(mentor, slot, "feedback").is(201);
                    return post(mentor, slot, "feedback");
                });
    }

    /** The mentor does that with a meeting that is confirmed and to come. */
    private Api.Answer onBooked(String deed) {
        var mentor = mentoring.mentor();
        return post(mentor, mentoring.booked(mentor, mentoring.student()), deed);
    }

    private Api.Answer moving(Target target) {
        var mentor = mentoring.mentor();
        var student = mentoring.student();
        var slot = mentoring.booked(mentor, student);
        return move(student, slot, target.of(mentor, slot));
    }

    /** Finds the slot to move to. */
    @FunctionalInterface
    private interface Target {
        String of(Api mentor, String slot);
    }
}
