// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Mentoring.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Repeated edits of profile and availability by mentors. */
@JourneyTest
class MentorEditsJourney {
    @LocalServerPort
    private int port;

    @Test
    void requiresTheVersionOfAnEdit() {
        var mentoring = new Mentoring(Api.at(port));
        var mentor = mentoring.mentor();
        var availability = Map.of("rules", List.of(), "overrides", List.of());
        mentor.put("/api/v1/me/mentor-profile", Map.of()).isProblem(428, "request.version-required");
        mentor.put("/api/v1/me/availability", availability).isProblem(428, "request.version-required");
        mentoring.save(mentor, 0, "bio", "x").isProblem(412, "request.stale-version");
        assertThat(mentoring.save(mentor, 1, "bio", "x").is(200).header("ETag")).isEqualTo("\"2\"");
        var offered = mentoring.offer(mentor, Duration.ofDays(3)).is(201);
        assertThat(offered.header("Location")).isEqualTo("/api/v1/slots/" + id(offered));
        var path = "/api/v1/me/slots/" + id(offered);
        mentor.send("DELETE", path, null).isProblem(428, "request.version-required");
        mentor.send("DELETE", path, null, "If-Match", "\"2\"").isProblem(412, "request.stale-version");
        mentor.send("DELETE", path, null, "If-Match", offered.header("ETag")).is(204);
        mentor.send("DELETE", path, null, "If-Match", offered.header("ETag"))
                .isProblem(409, "mentoring.illegal-transition");
        mentor.put(
                        "/api/v1/me/availability",
                        Map.of(
                                "rules",
                                List.of(Map.of("localStart", "09:00", "localEnd", "12:00")),
                                "overrides",
                                List.of()),
                        "If-Match",
                        "\"0\"")
                .isProblem(400, "request.invalid");
    }

    @Test
    void showsSlotsOfTheDemoMentor() {
        var nobody = Api.at(port);
        var demo = nobody.demo("student");
        var mira = nobody.demo("mentor").myId();
        assertThat(demo.get("/api/v1/mentors/" + mira + "/slots")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(20);
    }
}
