// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.AvailabilityView;
import dev.ashlar.mentoring.application.MentorFilter;
import dev.ashlar.mentoring.application.MentorProfileView;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.MentorView;
import dev.ashlar.mentoring.application.MentorView.RatingSummary;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.MentorPitch;
import dev.ashlar.mentoring.domain.MentorTerms;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.SlotPlan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MentoringServer
class MyMentoringControllerTest {
    private static final Actor EXPERT = new Actor(new UserId(Caller.USER), Role.EXPERT, "mentor");
    private static final String AVAILABILITY = "/api/v1/me/availability";
    private static final String PROFILE = """
            {"headline": "Builds backends", "expertise": ["java"], "timeZone": "UTC", "tokenPrice": 20, "slotMinutes": 60,
             "bufferMinutes": 0, "minNoticeMinutes": 60, "cancelCutoffMinutes": 60, "penaltyTokens": 5, "directBooking": true,
             "active": true}""";
    private static final String MONDAYS =
            "{\"rules\": [{\"dayOfWeek\": \"monday\", \"localStart\": \"09:00\", \"localEnd\": \"12:00\"}], \"overrides\": []}";

    @Autowired
    private Caller client;

    @Autowired
    private MentorService mentors;

    @Autowired
    private SlotService slots;

    @Test
    void replacesAnAvailabilityUnderItsVersion() {
        var monday = new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), null, null);
        given(mentors.saveAvailability(EXPERT, 3, List.of(monday), List.of()))
                .willReturn(new AvailabilityView("UTC", List.of(monday), List.of(), 4));
        var answer = send("PUT", AVAILABILITY, MONDAYS, "If-Match", "\"3\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        assertThat(answer.json().at("/rules/0/dayOfWeek").asString()).isEqualTo("monday");
        assertThat(answer.json().at("/rules/0/localStart").asString()).startsWith("09:00");

        assertThat(send("PUT", AVAILABILITY, MONDAYS).status()).isEqualTo(428);
        given(mentors.saveAvailability(any(), anyInt(), any(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PUT", AVAILABILITY, MONDAYS, "If-Match", "\"3\"").status())
                .isEqualTo(412);
    }

    @Test
    void savesAProfileUnderItsVersion() {
        given(mentors.saveProfile(any(), anyInt(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PUT", "/api/v1/me/mentor-profile", PROFILE).status()).isEqualTo(428);
        then(mentors).shouldHaveNoInteractions();
        assertThat(send("PUT", "/api/v1/me/mentor-profile", PROFILE, "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        then(mentors).should().saveProfile(eq(EXPERT), eq(7), any());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"rules": [], "overrides": null}                                                         | /overrides
            {"rules": [null], "overrides": []}                                                       | /rules/0
            {"rules": [{"localStart": "09:00", "localEnd": "12:00"}], "overrides": []}               | /rules/0/dayOfWeek
            {"rules": [{"dayOfWeek": "Monday", "localStart": "09:00", "localEnd": "12:00"}], "overrides": []} | /rules/0/dayOfWeek
            {"rules": [{"dayOfWeek": "monday", "localStart": "9", "localEnd": "12:00"}], "overrides": []} | /rules/0/localStart
            {"rules": [], "overrides": [{"day": "2026-02-30", "localStart": "09:00", "localEnd": "12:00", "available": true}]} | /overrides/0/day
            """)
    void refusesAnInvalidAvailabilityWithItsPointer(String body, String pointer) {
        var answer = send("PUT", AVAILABILITY, body, "If-Match", "\"0\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void returnsAProfileWithItsVersion() {
        given(mentors.profile(EXPERT))
                .willReturn(new MentorProfileView(
                        EXPERT.userId(),
                        new MentorPitch("Builds backends", null, List.of("java")),
                        new SlotPlan("UTC", 60, 0),
                        new MentorTerms(20, 5, 60, 60, true),
                        null,
                        true,
                        16,
                        3));
        var answer = send("GET", "/api/v1/me/mentor-profile", null);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "userId",
                        "headline",
                        "bio",
                        "expertise",
                        "timeZone",
                        "tokenPrice",
                        "earningTokens",
                        "slotMinutes",
                        "bufferMinutes",
                        "minNoticeMinutes",
                        "cancelCutoffMinutes",
                        "penaltyTokens",
                        "directBooking",
                        "meetingUrl",
                        "active",
                        "version");
    }

    @Test
    void returnsAMentorWithRatings() {
        given(mentors.get(EXPERT.userId()))
                .willReturn(new MentorView(
                        EXPERT.userId(),
                        "Builds backends",
                        null,
                        List.of("java"),
                        "UTC",
                        60,
                        new MentorTerms(20, 5, 60, 60, true),
                        new RatingSummary(0, null)));
        var answer = send("GET", "/api/v1/mentors/" + EXPERT.userId().value(), null);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "userId",
                        "headline",
                        "bio",
                        "expertise",
                        "timeZone",
                        "tokenPrice",
                        "slotMinutes",
                        "minNoticeMinutes",
                        "cancelCutoffMinutes",
                        "penaltyTokens",
                        "directBooking",
                        "ratings",
                        "averageRating");
        assertThat(answer.json().at("/averageRating").isNull()).isTrue();
    }

    @Test
    void withdrawsASlotUnderItsVersion() {
        var id = new SlotId(UUID.randomUUID());
        var path = "/api/v1/me/slots/" + id.value();
        assertThat(send("DELETE", path, null).status()).isEqualTo(428);
        assertThat(send("DELETE", path, null, "If-Match", "\"1\"").status()).isEqualTo(204);
        then(slots).should().withdraw(EXPERT, id, 1);
    }

    @Test
    void refusesAnOverlappingSlot() {
        given(slots.offer(any(), any(), any())).willThrow(MentoringProblem.SLOT_OVERLAPPING.because("Another time."));
        var answer = send(
                "POST",
                "/api/v1/me/slots",
                "{\"startsAt\": \"2026-02-03T16:00:00Z\", \"endsAt\": \"2026-02-03T17:00:00Z\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("mentoring.slot-overlapping");
    }

    @Test
    void findsMentorsByTagAndWords() {
        given(mentors.list(new MentorFilter("java", "clean code"), PageRequest.first()))
                .willReturn(new Page<>(List.of(), null));
        var answer = send("GET", "/api/v1/mentors?expertise=Java&q=clean%20code", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expertise=-", "q=--", "q=", "tag=java", "limit=0"})
    void refusesAnInvalidSearch(String query) {
        assertThat(send("GET", "/api/v1/mentors?" + query, null).code()).isEqualTo("request.invalid");
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.EXPERT);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
