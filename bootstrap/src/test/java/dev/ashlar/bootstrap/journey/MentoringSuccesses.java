// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Requests of mentoring that succeed. */
final class MentoringSuccesses implements ContextSuccesses {
    private static final String SLOT = "/api/v1/slots/{id}";
    private static final String CANCELLATION = SLOT + "/cancellation-request";

    private final Mentoring mentoring;
    private final Timetable timetable;

    MentoringSuccesses(Stage stage) {
        this.mentoring = new Mentoring(stage.nobody());
        this.timetable = new Timetable(stage.databases());
    }

    @Override
    public void addTo(Successes all) {
        addTimes(all);
        addRequests(all);
        addMeetings(all);
    }

    private void addTimes(Successes all) {
        var start = Instant.now().plus(Duration.ofDays(6)).truncatedTo(ChronoUnit.HOURS);
        all.add(
                        "GET /api/v1/mentors/{id}",
                        () -> by(mentoring.student(), mentoring.mentor().myId()))
                .add(
                        "GET /api/v1/mentors/{id}/slots",
                        () -> by(mentoring.student(), mentoring.mentor().myId()))
                .add("GET /api/v1/me/mentor-profile", () -> by(mentoring.mentor()))
                .add("PUT /api/v1/me/mentor-profile", () -> by(mentoring.mentor()))
                .add("GET /api/v1/me/availability", () -> by(mentoring.mentor()))
                .add("PUT /api/v1/me/availability", () -> by(mentoring.mentor()))
                .add(
                        "POST /api/v1/me/slots",
                        () -> by(mentoring.mentor())
                                .with("/startsAt", start.toString())
                                .with("/endsAt", start.plus(Duration.ofHours(1)).toString()))
                .add("DELETE /api/v1/me/slots/{id}", () -> {
                    var mentor = mentoring.mentor();
                    return by(mentor, mentoring.open(mentor, Duration.ofDays(5)))
                            .version("/api/v1/slots/");
                });
    }

    private void addRequests(Successes all) {
        for (var operation : new String[] {"request", "book"}) {
            all.add(
                    "POST " + SLOT + "/" + operation,
                    () -> by(mentoring.student(), mentoring.open(mentoring.mentor(), Duration.ofDays(5))));
        }
        for (var operation : new String[] {"review", "confirm", "reject"}) {
            all.add("POST " + SLOT + "/" + operation, () -> {
                var mentor = mentoring.mentor();
                var slot = mentoring.requested(mentor, mentoring.student());
                if (!operation.equals("review")) {
                    Mentoring.post(mentor, slot, "review").is(200);
                }
                return by(mentor, slot);
            });
        }
        all.add("POST " + SLOT + "/withdraw", () -> {
            var student = mentoring.student();
            return by(student, mentoring.requested(mentoring.mentor(), student));
        });
    }

    private void addMeetings(Successes all) {
        for (var operation : new String[] {"GET " + SLOT, "GET " + SLOT + "/history", "GET " + SLOT + "/invite.ics"}) {
            all.add(operation, this::booked);
        }
        all.add("POST " + CANCELLATION, this::booked)
                .add("POST " + CANCELLATION + "/approve", this::unwanted)
                .add("POST " + CANCELLATION + "/deny", this::unwanted)
                .add("POST " + SLOT + "/reschedule", () -> {
                    var mentor = mentoring.mentor();
                    var student = mentoring.student();
                    return by(student, mentoring.booked(mentor, student))
                            .with("/slotId", mentoring.open(mentor, Duration.ofDays(8)));
                })
                .add("POST " + SLOT + "/complete", this::over)
                .add("POST " + SLOT + "/no-show", this::over)
                .add("POST " + SLOT + "/feedback", () -> {
                    var mentor = mentoring.mentor();
                    var student = mentoring.student();
                    var slot = mentoring.booked(mentor, student);
                    timetable.move(slot, Duration.ofHours(-2));
                    Mentoring.post(mentor, slot, "complete").is(200);
                    return by(student, slot);
                });
    }

    private Success booked() {
        var student = mentoring.student();
        return by(student, mentoring.booked(mentoring.mentor(), student));
    }

    private Success unwanted() {
        var mentor = mentoring.mentor();
        return by(mentor, mentoring.unwanted(mentor, mentoring.student()));
    }

    private Success over() {
        var mentor = mentoring.mentor();
        var slot = mentoring.booked(mentor, mentoring.student());
        timetable.move(slot, Duration.ofHours(-2));
        return by(mentor, slot);
    }
}
