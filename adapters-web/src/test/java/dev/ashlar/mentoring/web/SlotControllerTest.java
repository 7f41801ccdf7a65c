// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.Invitation;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.SlotView.SlotProgressView;
import dev.ashlar.mentoring.application.SlotView.SlotTermsView;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MentoringServer
class SlotControllerTest {
    private static final Actor STUDENT = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final SlotId ID = new SlotId(UUID.fromString("019a0000-0000-7000-8000-000000000510"));
    private static final String PATH = "/api/v1/slots/" + ID.value();
    private static final SlotView BOOKED = new SlotView(
            ID,
            new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000bb")),
            Instant.parse("2026-02-03T16:00:00Z"),
            Instant.parse("2026-02-03T17:00:00Z"),
            SlotStatus.CONFIRMED,
            new SlotTermsView(STUDENT.userId(), 20L, 16L, 5L, 1440),
            new SlotProgressView(null, Instant.parse("2026-01-31T09:30:00Z"), null, null, false, null),
            2);

    @Autowired
    private Caller client;

    @Autowired
    private SlotService slots;

    @Autowired
    private BookingService bookings;

    @Autowired
    private MeetingService meetings;

    @Test
    void returnsASlotWithItsVersion() {
        given(slots.get(STUDENT, ID)).willReturn(BOOKED);
        var answer = client.get(PATH, "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "mentorId",
                        "studentId",
                        "startsAt",
                        "endsAt",
                        "status",
                        "priceTokens",
                        "earningTokens",
                        "penaltyTokens",
                        "cutoffMinutes",
                        "requestExpiresAt",
                        "confirmedAt",
                        "cancelRequestedBy",
                        "cancelReason",
                        "noShow",
                        "meetingUrl",
                        "version");
        assertThat(answer.json().at("/status").asString()).isEqualTo("confirmed");
        assertThat(answer.json().at("/priceTokens").asLong()).isEqualTo(20);
        assertThat(answer.json().at("/requestExpiresAt").isNull()).isTrue();
    }

    @Test
    void booksOnceUnderAKey() {
        given(bookings.book(STUDENT, ID, ExpectedTerms.ANY)).willReturn(BOOKED);
        var first = post("book", "", "Idempotency-Key", "book");
        var retried = post("book", "", "Idempotency-Key", "book");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(retried.text()).isEqualTo(first.text());
        then(bookings).should(times(1)).book(any(), any(), any());
        assertThat(post("request", "", "Idempotency-Key", "book").code()).isEqualTo("request.idempotency-key-reused");
    }

    @Test
    void booksUnderTheTermsThatTheStudentHasSeen() {
        var expected = new ExpectedTerms(20L, null, 1440);
        given(bookings.request(STUDENT, ID, expected)).willReturn(BOOKED);
        given(bookings.book(STUDENT, ID, expected)).willThrow(MentoringProblem.TERMS_CHANGED.because("It is 30 now."));
        var body = "{\"expectedTokenPrice\": 20, \"expectedCancelCutoffMinutes\": 1440}";

        assertThat(post("request", body, "Idempotency-Key", "seen").status()).isEqualTo(200);
        var refused = post("book", body, "Idempotency-Key", "changed");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("mentoring.terms-changed");
        var invalid = post("book", "{\"expectedTokenPrice\": -1}", "Idempotency-Key", "invalid");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.json().at("/errors/0/pointer").asString()).isEqualTo("/expectedTokenPrice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request",
                "book",
                "confirm",
                "reject",
                "withdraw",
                "cancellation-request/approve",
                "complete",
                "no-show"
            })
    void requiresAKeyAndATokenToMoveTokens(String operation) {
        assertThat(post(operation, "{}").code()).isEqualTo("request.idempotency-key-required");
        assertThat(client.send("POST", PATH + "/" + operation, "{}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"SLOT_TAKEN", "STUDENT_BUSY", "MENTOR_INACTIVE", "ILLEGAL_TRANSITION", "REQUEST_EXPIRED"})
    void answersALostRaceWithAConflict(MentoringProblem problem) {
        given(bookings.book(any(), any(), any())).willThrow(problem.because("Too late."));
        given(bookings.review(any(), any())).willThrow(problem.because("Too late."));
        var answer = post("book", "", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(problem.code());
        assertThat(post("review", "").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_SLOT, 403",
        "NOTICE_TOO_SHORT, 422",
        "REQUEST_REQUIRED, 422",
        "MENTOR_DIFFERENT, 422",
        "CUTOFF_PASSED, 422",
        "SLOT_NOT_FOUND, 404"
    })
    void answersARefusalWithItsStatus(MentoringProblem problem, int status) {
        given(bookings.reschedule(any(), any(), any())).willThrow(problem.because("No."));
        var answer = post("reschedule", "{\"slotId\": \"" + ID.value() + "\"}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(problem.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reschedule           | {}                            | /slotId
            reschedule           | {"slotId": "1"}               | /slotId
            reschedule           | {"slotId": null}              | /slotId
            cancellation-request | {}                            | /reason
            cancellation-request | {"reason": " "}               | /reason
            feedback             | {"rating": 0}                 | /rating
            feedback             | {"rating": 6}                 | /rating
            feedback             | {"comment": "x"}              | /rating
            feedback             | {"rating": 5, "about": "me"}  | /about
            """)
    void refusesAnInvalidRequestWithItsPointer(String operation, String body, String pointer) {
        var answer = post(operation, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void refusesACallerWithoutPermission() {
        given(meetings.giveFeedback(any(), any(), anyInt(), any()))
                .willThrow(KernelProblem.FORBIDDEN.because("Only participants."));
        given(meetings.denyCancellation(any(), any())).willThrow(MentoringProblem.OWN_CANCELLATION.because("Wait."));
        assertThat(post("feedback", "{\"rating\": 5}").status()).isEqualTo(403);
        assertThat(post("cancellation-request/deny", "").code()).isEqualTo("mentoring.own-cancellation");
    }

    @Test
    void returnsAnInvitationAsACalendarFile() {
        given(meetings.invitation(STUDENT, ID))
                .willReturn(new Invitation(BOOKED, STUDENT.userId(), "Mira Keller", "Ada Lovelace", STUDENT.userId()));
        var answer = client.get(PATH + "/invite.ics", "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.text()).contains("DTSTAMP:20260131T093000Z\r\n", "SEQUENCE:2\r\n");
        assertThat(answer.text()).contains("SUMMARY:Mentoring with Mira Keller\r\n");
    }

    @Test
    void withdrawsARequestOncePerKey() {
        given(bookings.withdrawRequest(STUDENT, ID)).willReturn(BOOKED);
        for (int count = 0; count < 2; count++) {
            assertThat(post("withdraw", "", "Idempotency-Key", "withdraw").status())
                    .isEqualTo(200);
        }
        then(bookings).should(times(1)).withdrawRequest(STUDENT, ID);
    }

    private Caller.Answer post(String operation, String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.STUDENT);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send("POST", PATH + "/" + operation, body, all);
    }
}
