// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Mentoring.post;

import dev.ashlar.mentoring.domain.OpenRequests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Refusals of mentoring. */
final class MentoringProvocations implements ContextProvocations {
    private static final String SLOTS = "/api/v1/slots/{id}";
    private static final String PROFILE = "/api/v1/me/mentor-profile";
    private static final String AVAILABILITY = "/api/v1/me/availability";
    private static final String ILLEGAL = "mentoring.illegal-transition";

    private final Api nobody;
    private final Api ghost;
    private final Api admin;
    private final Timetable timetable;
    private final Mentoring mentoring;

    MentoringProvocations(Stage stage) {
        this.nobody = stage.nobody();
        this.ghost = stage.ghost();
        this.admin = stage.nobody().demo("admin");
        this.timetable = new Timetable(stage.databases());
        this.mentoring = new Mentoring(stage.nobody());
    }

    /** Slots are listed by their mentor. */
    @Override
    public Map<String, String> lists() {
        return Map.of(
                "/api/v1/slots", "/api/v1/mentors/" + nobody.demo("mentor").myId() + "/slots");
    }

    @Override
    public void addTo(Provocations all) {
        var student = nobody.demo("student");
        all.addExamples(
                        admin,
                        "mentoring.mentor-not-found",
                        "GET /api/v1/mentors/{id}",
                        "GET /api/v1/mentors/{id}/slots",
                        "GET " + PROFILE,
                        "GET " + AVAILABILITY,
                        "PUT " + AVAILABILITY,
                        "POST /api/v1/me/slots")
                .addExamples(
                        student, "auth.forbidden", "PUT " + PROFILE, "PUT " + AVAILABILITY, "POST /api/v1/me/slots")
                .addExamples(
                        admin,
                        "mentoring.slot-not-found",
                        "GET " + SLOTS,
                        "GET " + SLOTS + "/history",
                        "GET " + SLOTS + "/invite.ics",
                        "DELETE /api/v1/me/slots/{id}");
        addMentors(all);
        addBookings(all, "request");
        addBookings(all, "book");
        addAnswers(all);
        new MeetingProvocations(nobody, timetable).addTo(all);
        for (var deed : List.of(
                "request",
                "book",
                "confirm",
                "reject",
                "withdraw",
                "cancellation-request/approve",
                "complete",
                "no-show")) {
            all.add(deed(deed), "request.idempotency-key-reused", () -> reuseKey(deed));
        }
        for (var deed : List.of(
                "request",
                "book",
                "review",
                "confirm",
                "reject",
                "withdraw",
                "reschedule",
                "cancellation-request",
                "cancellation-request/approve",
                "cancellation-request/deny",
                "complete",
                "no-show",
                "feedback")) {
            all.addExamples(admin, "mentoring.slot-not-found", deed(deed));
        }
    }

    private void addMentors(Provocations all) {
        all.add("PUT " + PROFILE, "request.stale-version", () -> mentoring.save(mentoring.mentor(), 0, "bio", "x"))
                .add(
                        "PUT " + PROFILE,
                        "mentoring.mentor-not-found",
                        () -> admin.put(PROFILE, Mentoring.PROFILE, "If-Match", "*"))
                .add(
                        "PUT " + AVAILABILITY,
                        "request.stale-version",
                        () -> mentoring
                                .mentor()
                                .put(
                                        AVAILABILITY,
                                        Map.of("rules", List.of(), "overrides", List.of()),
                                        "If-Match",
                                        "\"9\""))
                .add("POST /api/v1/me/slots", "mentoring.slot-overlapping", () -> {
                    var mentor = mentoring.mentor();
                    mentoring.open(mentor, Duration.ofDays(3));
                    return mentoring.offer(mentor, Duration.ofDays(3));
                })
                .add("DELETE /api/v1/me/slots/{id}", "request.stale-version", () -> {
                    var mentor = mentoring.mentor();
                    return withdraw(mentor, mentoring.open(mentor, Duration.ofDays(3)), 9);
                })
                .add("DELETE /api/v1/me/slots/{id}", ILLEGAL, () -> {
                    var mentor = mentoring.mentor();
                    return withdraw(mentor, mentoring.booked(mentor, mentoring.student()), 2);
                })
                .add("DELETE /api/v1/me/slots/{id}", "auth.forbidden", () -> {
                    var student = mentoring.student();
                    return withdraw(student, mentoring.booked(mentoring.mentor(), student), 2);
                })
                .add("GET " + SLOTS + "/invite.ics", "mentoring.meeting-not-confirmed", () -> {
                    var student = mentoring.student();
                    return student.get(
                            "/api/v1/slots/" + mentoring.requested(mentoring.mentor(), student) + "/invite.ics");
                });
    }

    private void addBookings(Provocations all, String deed) {
        var operation = deed(deed);
        all.add(
                        operation,
                        "mentoring.slot-taken",
                        () -> post(
                                mentoring.student(), mentoring.booked(mentoring.mentor(), mentoring.student()), deed))
                .add(operation, "mentoring.requests-exceeded", () -> {
                    var mentor = mentoring.freeMentor();
                    var student = mentoring.student(0);
                    for (int day = 3; day < 3 + OpenRequests.MAX_WITH_MENTOR; day++) {
                        post(student, mentoring.open(mentor, Duration.ofDays(day)), deed)
                                .is(200);
                    }
                    return post(student, mentoring.open(mentor, Duration.ofDays(9)), deed);
                })
                .add(operation, "mentoring.own-slot", () -> {
                    var mentor = mentoring.mentor();
                    return post(mentor, mentoring.open(mentor, Duration.ofDays(3)), deed);
                })
                .add(operation, "mentoring.terms-changed", () -> {
                    var mentor = mentoring.mentor();
                    var slot = mentoring.open(mentor, Duration.ofDays(3));
                    mentoring.save(mentor, 1, "tokenPrice", 30).is(200);
                    return mentoring
                            .student()
                            .postOnce(SLOTS.replace("{id}", slot) + "/" + deed, Map.of("expectedTokenPrice", 20));
                })
                .add(operation, "mentoring.notice-too-short", () -> {
                    var slot = mentoring.open(mentoring.mentor(), Duration.ofDays(3));
                    timetable.move(slot, Duration.ofMinutes(30));
                    return post(mentoring.student(), slot, deed);
                })
                .add(operation, "mentoring.mentor-inactive", () -> {
                    var mentor = mentoring.mentor();
                    var slot = mentoring.open(mentor, Duration.ofDays(3));
                    mentoring.save(mentor, 1, "active", false).is(200);
                    return post(mentoring.student(), slot, deed);
                })
                .add(operation, "mentoring.student-busy", () -> {
                    var student = mentoring.student();
                    mentoring.booked(mentoring.mentor(), student);
                    return post(student, mentoring.open(mentoring.mentor(), Duration.ofDays(7)), deed);
                })
                .add(operation, "mentoring.person-busy", () -> {
                    var both = mentoring.mentor();
                    mentoring.booked(both, mentoring.student());
                    return post(both, mentoring.open(mentoring.mentor(), Duration.ofDays(7)), deed);
                })
                .add(
                        operation,
                        "wallet.wallet-not-found",
                        () -> post(ghost, mentoring.open(mentoring.mentor(), Duration.ofDays(3)), deed))
                .add(
                        operation,
                        "wallet.tokens-insufficient",
                        () -> post(mentoring.student(1), mentoring.open(mentoring.mentor(), Duration.ofDays(3)), deed));
        if (deed.equals("book")) {
            all.add(operation, "mentoring.request-required", () -> {
                var mentor = mentoring.mentor();
                mentoring.save(mentor, 1, "directBooking", false).is(200);
                return post(mentoring.student(), mentoring.open(mentor, Duration.ofDays(3)), deed);
            });
        }
    }

    private void addAnswers(Provocations all) {
        for (var deed : List.of("review", "confirm", "reject")) {
            all.add(deed(deed), "auth.forbidden", () -> {
                        var student = mentoring.student();
                        return post(student, mentoring.requested(mentoring.mentor(), student), deed);
                    })
                    .add(deed(deed), ILLEGAL, () -> onBooked(deed));
        }
        all.add(deed("withdraw"), "auth.forbidden", () -> {
                    var mentor = mentoring.mentor();
                    return post(mentor, mentoring.requested(mentor, mentoring.student()), "withdraw");
                })
                .add(deed("withdraw"), ILLEGAL, () -> {
                    var student = mentoring.student();
                    return post(student, mentoring.booked(mentoring.mentor(), student), "withdraw");
                });
        for (var deed : List.of("review", "confirm")) {
            all.add(deed(deed), "mentoring.request-expired", () -> {
                var mentor = mentoring.mentor();
                var slot = mentoring.requested(mentor, mentoring.student());
                if (deed.equals("confirm")) {
                    post(mentor, slot, "review").is(200);
                }
                timetable.expire(slot);
                return post(mentor, slot, deed);
            });
        }
    }

    /** The mentor does that with a meeting that is confirmed and to come. */
    private Api.Answer onBooked(String deed) {
        var mentor = mentoring.mentor();
        return post(mentor, mentoring.booked(mentor, mentoring.student()), deed);
    }

    /** One key for a request that succeeds, and for another one after it. */
    private Api.Answer reuseKey(String deed) {
        var mentor = mentoring.mentor();
        var student = mentoring.student();
        var key = UUID.randomUUID().toString();
        post(student, mentoring.open(mentor, Duration.ofDays(3)), "book", key).is(200);
        return post(student, UUID.randomUUID().toString(), deed, key);
    }

    private static Api.Answer withdraw(Api person, String slot, int version) {
        return person.send("DELETE", "/api/v1/me/slots/" + slot, null, "If-Match", "\"" + version + "\"");
    }

    static String deed(String deed) {
        return "POST " + SLOTS + "/" + deed;
    }
}
