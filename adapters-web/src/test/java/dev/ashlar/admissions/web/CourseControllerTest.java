// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import static dev.ashlar.admissions.web.Visitors.ADMIN;
import static dev.ashlar.admissions.web.Visitors.COURSE;
import static dev.ashlar.admissions.web.Visitors.PRICE;
import static dev.ashlar.admissions.web.Visitors.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.application.CourseService;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.admissions.domain.CourseEdit;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
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
class CourseControllerTest {
    private static final String COURSES = "/api/v1/courses";
    private static final String ONE = COURSES + "/" + COURSE.value();
    private static final String NEW = """
            {"code": "data", "title": "Data analytics", "listPrice": {"amount": "1800.00", "currency": "EUR"}}""";
    private static final String NEW_BATCH = """
            {"code": "data-2027", "startsOn": "2027-03-01", "endsOn": "2027-08-31", "capacity": 30}""";
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000c1", "code": "data", "title": "Data analytics",
             "listPrice": {"amount": "1800.00", "currency": "EUR"}, "status": "offered", "version": 3}""";

    @Autowired
    private Visitors people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private CourseService courses;

    @Autowired
    private BatchService batches;

    @Test
    void listsCoursesWithTotalAndNextPage() {
        given(courses.list(STUDENT, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(Visitors.course()), Cursor.of("admissions.courses", COURSE)));
        given(courses.count(STUDENT)).willReturn(3L);
        var answer = people.get(STUDENT, COURSES + "?limit=1&count=true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(answer.json().at("/total").asInt()).isEqualTo(3);
        assertThat(answer.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void returnsACourseWithItsVersion() {
        given(courses.get(COURSE)).willReturn(Visitors.course());
        var answer = people.get(STUDENT, ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.json()).isEqualTo(json.readTree(JSON));
    }

    @Test
    void createsACourseAndReturnsItsLocation() {
        given(courses.create(ADMIN, "data", "Data analytics", PRICE)).willReturn(Visitors.course());
        var answer = people.post(ADMIN, COURSES, NEW);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
    }

    @Test
    void editsTheVersionOfIfMatch() {
        var edit = new CourseEdit(Change.to("Statistics"), Change.keep(), Change.to(CourseStatus.RETIRED));
        given(courses.edit(ADMIN, COURSE, 2, edit)).willReturn(Visitors.course());
        var body = "{\"title\": \"Statistics\", \"status\": \"retired\"}";
        assertThat(people.send(ADMIN, "PATCH", ONE, body, "If-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(people.send(ADMIN, "PATCH", ONE, body).code()).isEqualTo("request.version-required");
    }

    @Test
    void listsAndCreatesBatches() {
        given(batches.list(COURSE, PageRequest.first())).willReturn(new Page<>(List.of(Visitors.batch()), null));
        assertThat(people.get(STUDENT, ONE + "/batches").json().at("/items/0")).isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000b1", "courseId": "019a0000-0000-7000-8000-0000000000c1",
                 "code": "data-2027", "startsOn": "2027-03-01", "endsOn": "2027-08-31", "capacity": 30, "enrolled": 28,
                 "free": 1, "status": "open", "version": 3}"""));
        given(batches.create(ADMIN, COURSE, Visitors.plan(), 30)).willReturn(Visitors.batch());
        var answer = people.post(ADMIN, ONE + "/batches", NEW_BATCH);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/batches/019a0000-0000-7000-8000-0000000000b1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "data"           | ""    | /code
            "Data analytics" | " "   | /title
            "1800.00"        | "0"   | /listPrice
            "EUR"            | "KWD" | /listPrice
            """)
    void refusesMalformedCourses(String right, String wrong, String pointer) {
        given(courses.create(any(), any(), any(), any())).willAnswer(call -> {
            Course.of(COURSE, call.getArgument(1), call.getArgument(2), call.getArgument(3), Visitors.AT);
            return Visitors.course();
        });
        var answer = people.post(ADMIN, COURSES, NEW.replace(right, wrong));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "2027-08-31" | "2027-02-28"  | /endsOn
            "2027-03-01" | "1999-03-01"  | /startsOn
            "2027-03-01" | "2027-02-30"  | /startsOn
            "2027-03-01" | null          | /startsOn
            30           | 0             | /capacity
            30           | 10001         | /capacity
            """)
    void refusesMalformedBatches(String right, String wrong, String pointer) {
        var answer = people.post(ADMIN, ONE + "/batches", NEW_BATCH.replace(right, wrong));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void answersRefusals() {
        given(courses.create(any(), any(), any(), any())).willThrow(AdmissionsProblem.CODE_TAKEN.because("No."));
        assertThat(people.post(ADMIN, COURSES, NEW).code()).isEqualTo("admissions.code-taken");
        given(courses.get(any())).willThrow(AdmissionsProblem.COURSE_NOT_FOUND.because("No."));
        assertThat(people.get(STUDENT, ONE).status()).isEqualTo(404);
        given(courses.edit(any(), any(), anyInt(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertThat(people.send(STUDENT, "PATCH", ONE, "{}", "If-Match", "\"0\"").status())
                .isEqualTo(403);
        given(batches.create(any(), any(), any(), anyInt())).willThrow(AdmissionsProblem.CODE_TAKEN.because("No."));
        assertThat(people.post(ADMIN, ONE + "/batches", NEW_BATCH).status()).isEqualTo(409);
        assertThat(client.get(COURSES).status()).isEqualTo(401);
    }
}
