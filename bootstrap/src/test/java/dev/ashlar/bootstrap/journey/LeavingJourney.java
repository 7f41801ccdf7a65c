// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Mentoring.assertWallet;
import static dev.ashlar.bootstrap.journey.Mentoring.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Meetings of a deactivated account. */
@JourneyTest
class LeavingJourney {
    @LocalServerPort
    private int port;

    private Api admin;
    private Mentoring mentoring;
    private Api mentor;
    private Api student;

    @BeforeEach
    void people() {
        admin = Api.at(port).demo("admin");
        mentoring = new Mentoring(Api.at(port));
        mentor = mentoring.mentor();
        student = mentoring.student(100);
    }

    @Test
    void whoIsDeactivatedIsWaitedForNoLonger() {
        var booked = mentoring.booked(mentor, student);
        var requested = mentoring.requested(mentor, student);
        var open = mentoring.open(mentor, Duration.ofDays(9));

        var id = mentor.myId();
        var path = "/api/v1/users/" + id;
        admin.post(path + "/deactivate", Map.of()).is(200);

        await().untilAsserted(() -> admin.get("/api/v1/slots/" + open).is(404));
        await().untilAsserted(() -> assertWallet(student, 100, 100));
        assertThat(statusOf(admin, booked)).isEqualTo("cancelled");
        assertThat(statusOf(admin, requested)).isEqualTo("cancelled");
        admin.post(path + "/activate", Map.of()).is(200);
        var back = mentoring.login(id);
        assertThat(back.get("/api/v1/me/mentor-profile")
                        .is(200)
                        .json()
                        .at("/active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aStudentWhoIsDeactivatedLeavesTheTimeToOthers() {
        var booked = mentoring.booked(mentor, student);
        var id = student.myId();
        var path = "/api/v1/users/" + id;

        admin.post(path + "/deactivate", Map.of()).is(200);

        await().untilAsserted(() -> assertThat(statusOf(mentor, booked)).isEqualTo("cancelled"));
        admin.post(path + "/activate", Map.of()).is(200);
        assertWallet(mentoring.login(id), 100, 100);
        assertThat(mentoring
                        .student()
                        .get("/api/v1/mentors/" + mentor.myId() + "/slots")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }
}
