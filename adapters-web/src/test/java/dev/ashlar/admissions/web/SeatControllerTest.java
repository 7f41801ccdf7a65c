// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import static dev.ashlar.admissions.web.Visitors.APPLICATION;
import static dev.ashlar.admissions.web.Visitors.ENROLLMENT;
import static dev.ashlar.admissions.web.Visitors.SALES;
import static dev.ashlar.admissions.web.Visitors.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.EnrollmentService;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.ApplicationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdmissionsServer
class SeatControllerTest {
    private static final String ONE = "/api/v1/applications/" + APPLICATION.value();
    private static final String DROP = "/api/v1/enrollments/" + ENROLLMENT.value() + "/drop";

    @Autowired
    private Visitors people;

    @Autowired
    private EnrollmentService enrollments;

    @Test
    void enrollsAndWaits() {
        var enrolled = Visitors.application(ApplicationStatus.ENROLLED);
        given(enrollments.enroll(STUDENT, APPLICATION, true)).willReturn(enrolled);
        var answer = people.postOnce(STUDENT, ONE + "/enroll", "{\"waitIfFull\": true}");
        assertThat(answer.json().at("/status").asString()).isEqualTo("enrolled");
        assertThat(people.post(STUDENT, ONE + "/enroll", "{\"waitIfFull\": true}")
                        .code())
                .isEqualTo("request.idempotency-key-required");
        given(enrollments.waitlist(STUDENT, APPLICATION))
                .willReturn(Visitors.application(ApplicationStatus.WAITLISTED));
        assertThat(people.post(STUDENT, ONE + "/waitlist", null).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void withdrawsAndDrops() {
        var withdrawn = Visitors.application(ApplicationStatus.WITHDRAWN);
        given(enrollments.withdraw(STUDENT, APPLICATION)).willReturn(withdrawn);
        given(enrollments.drop(SALES, ENROLLMENT, "Moved")).willReturn(withdrawn);
        assertThat(people.postOnce(STUDENT, ONE + "/withdraw", null).status()).isEqualTo(200);
        assertThat(people.postOnce(SALES, DROP, "{\"note\": \"Moved\"}").status())
                .isEqualTo(200);
        assertThat(people.postOnce(SALES, DROP, "{\"note\": \"\"}").error()).startsWith("/note: ");
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION_NOT_FOUND, 404, admissions.application-not-found",
        "BATCH_FULL, 409, admissions.batch-full",
        "BATCH_NOT_OPEN, 409, admissions.batch-not-open",
        "ILLEGAL_TRANSITION, 409, admissions.illegal-transition"
    })
    void answersRefusalsOfAnEnrollment(AdmissionsProblem problem, int status, String code) {
        given(enrollments.enroll(any(), any(), anyBoolean())).willThrow(problem.because("No."));
        var answer = people.postOnce(STUDENT, ONE + "/enroll", "{\"waitIfFull\": false}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void answersOtherRefusals() {
        given(enrollments.waitlist(any(), any())).willThrow(AdmissionsProblem.SEAT_OFFERED.because("No."));
        assertThat(people.post(STUDENT, ONE + "/waitlist", null).code()).isEqualTo("admissions.seat-offered");
        given(enrollments.drop(any(), any(), any())).willThrow(AdmissionsProblem.ENROLLMENT_NOT_FOUND.because("No."));
        assertThat(people.postOnce(SALES, DROP, "{}").status()).isEqualTo(404);
        given(enrollments.withdraw(any(), any())).willThrow(AdmissionsProblem.ILLEGAL_TRANSITION.because("No."));
        assertThat(people.postOnce(STUDENT, ONE + "/withdraw", null).status()).isEqualTo(409);
    }
}
