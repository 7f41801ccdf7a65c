// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import static dev.ashlar.admissions.web.Visitors.APPLICATION;
import static dev.ashlar.admissions.web.Visitors.BATCH;
import static dev.ashlar.admissions.web.Visitors.COURSE;
import static dev.ashlar.admissions.web.Visitors.SALES;
import static dev.ashlar.admissions.web.Visitors.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.AdmissionService;
import dev.ashlar.admissions.application.ApplicationDetails;
import dev.ashlar.admissions.application.ApplicationEventView;
import dev.ashlar.admissions.application.ReviewService;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@AdmissionsServer
class ApplicationControllerTest {
    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String ONE = APPLICATIONS + "/" + APPLICATION.value();
    private static final String NEW = """
            {"courseId": "%s", "batchId": "%s"}""".formatted(COURSE.value(), BATCH.value());
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000d1", "applicationNo": "7Q2M-9XD4-T1BK", "userId": "%s",
             "platform": "mentor", "courseId": "019a0000-0000-7000-8000-0000000000c1",
             "batchId": "019a0000-0000-7000-8000-0000000000b1", "collegeId": null,
             "listPrice": {"amount": "1800.00", "currency": "EUR"}, "finalAmount": {"amount": "900.00", "currency": "EUR"},
             "status": "draft", "waitlistedAt": null, "offerExpiresAt": null, "decidedBy": null,
             "createdAt": "2026-11-20T10:15:30Z", "version": 3}""".formatted(Caller.USER);

    @Autowired
    private Visitors people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private AdmissionService admissions;

    @Autowired
    private ReviewService reviews;

    @Test
    void listsApplicationsWithFiltersAndTotal() {
        var submitted = ApplicationStatus.SUBMITTED;
        given(admissions.list(SALES, BATCH, submitted, PageRequest.first()))
                .willReturn(new Page<>(List.of(Visitors.application(ApplicationStatus.DRAFT)), null));
        given(admissions.count(SALES, BATCH, submitted)).willReturn(1L);
        var answer = people.get(SALES, APPLICATIONS + "?status=submitted&count=true&batchId=" + BATCH.value());
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(answer.json().at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void createsAnApplication() {
        given(admissions.create(STUDENT, new Choice(COURSE, BATCH, null)))
                .willReturn(Visitors.application(ApplicationStatus.DRAFT));
        var answer = people.post(STUDENT, APPLICATIONS, NEW);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(people.post(STUDENT, APPLICATIONS, "{}").error()).startsWith("/courseId: ");
        assertThat(people.post(STUDENT, APPLICATIONS, NEW.replace("}", ", \"finalAmount\": 1}"))
                        .error())
                .startsWith("/finalAmount: ");
    }

    @Test
    void returnsDetailsWithThePlaceOnTheList() {
        given(admissions.get(STUDENT, APPLICATION))
                .willReturn(new ApplicationDetails(Visitors.application(ApplicationStatus.WAITLISTED), 4L, null));
        var answer = people.get(STUDENT, ONE);
        assertThat(answer.header("ETag")).startsWith("\"3-");
        assertThat(answer.json().at("/waitlistPosition").asInt()).isEqualTo(4);
        assertThat(answer.json().at("/application/status").asString()).isEqualTo("waitlisted");
    }

    @Test
    void editsTheVersionOfIfMatch() {
        given(admissions.edit(STUDENT, APPLICATION, 2, new ApplicationEdit(Change.to(BATCH), Change.to(null))))
                .willReturn(Visitors.application(ApplicationStatus.DRAFT));
        var body = "{\"batchId\": \"" + BATCH.value() + "\", \"collegeId\": null}";
        assertThat(people.send(STUDENT, "PATCH", ONE, body, "If-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(people.send(STUDENT, "PATCH", ONE, body).code()).isEqualTo("request.version-required");
    }

    @Test
    void submitsAndReviews() {
        var view = Visitors.application(ApplicationStatus.SUBMITTED);
        given(admissions.submit(STUDENT, APPLICATION)).willReturn(view);
        given(reviews.begin(SALES, APPLICATION)).willReturn(view);
        given(reviews.accept(SALES, APPLICATION, null)).willReturn(view);
        given(reviews.reject(SALES, APPLICATION, "No degree")).willReturn(view);
        assertThat(people.post(STUDENT, ONE + "/submit", null).header("ETag")).isEqualTo("\"3\"");
        assertThat(people.post(SALES, ONE + "/review", null).status()).isEqualTo(200);
        assertThat(people.post(SALES, ONE + "/accept", "{}").status()).isEqualTo(200);
        assertThat(people.post(SALES, ONE + "/reject", "{\"note\": \"No degree\"}")
                        .status())
                .isEqualTo(200);
        assertThat(people.post(SALES, ONE + "/reject", "{}").error()).startsWith("/note: ");
        assertThat(people.post(SALES, ONE + "/accept", "{\"note\": \"" + "x".repeat(501) + "\"}")
                        .error())
                .startsWith("/note: ");
    }

    @Test
    void listsStatusChanges() {
        given(admissions.events(STUDENT, APPLICATION, PageRequest.first()))
                .willReturn(new Page<>(
                        List.of(new ApplicationEventView(
                                0, null, ApplicationStatus.DRAFT, STUDENT.userId(), null, Visitors.AT)),
                        null));
        assertThat(people.get(STUDENT, ONE + "/events")
                        .json()
                        .at("/items/0/toStatus")
                        .asString())
                .isEqualTo("draft");
    }

    @ParameterizedTest
    @CsvSource({
        "COURSE_NOT_FOUND, 404, admissions.course-not-found",
        "BATCH_NOT_OPEN, 409, admissions.batch-not-open",
        "APPLICATION_EXISTS, 409, admissions.application-exists",
        "APPLICATIONS_EXCEEDED, 409, admissions.applications-exceeded"
    })
    void answersRefusalsOfCreation(AdmissionsProblem problem, int status, String code) {
        given(admissions.create(any(), any())).willThrow(problem.because("No."));
        var answer = people.post(STUDENT, APPLICATIONS, NEW);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION_NOT_FOUND, 404, admissions.application-not-found",
        "APPLICATION_CLOSED, 409, admissions.application-closed",
        "SEAT_OFFERED, 409, admissions.seat-offered"
    })
    void answersRefusalsOfAnEdit(AdmissionsProblem problem, int status, String code) {
        given(admissions.edit(any(), any(), anyInt(), any())).willThrow(problem.because("No."));
        var answer = people.send(STUDENT, "PATCH", ONE, "{}", "If-Match", "\"0\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_APPLICATION, 403, admissions.own-application",
        "ILLEGAL_TRANSITION, 409, admissions.illegal-transition"
    })
    void answersRefusalsOfAReview(AdmissionsProblem problem, int status, String code) {
        given(reviews.accept(any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.post(SALES, ONE + "/accept", "{}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        given(admissions.submit(any(), any())).willThrow(AdmissionsProblem.BATCH_MISSING.because("No."));
        assertThat(people.post(STUDENT, ONE + "/submit", null).status()).isEqualTo(422);
    }
}
