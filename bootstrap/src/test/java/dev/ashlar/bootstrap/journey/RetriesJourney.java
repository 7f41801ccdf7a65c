// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtEncoder;

/** Requests that are sent again have the effect that the API description promises. */
@JourneyTest
@Tag("exhaustive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // all tests together send each request twice
class RetriesJourney {
    /** Operations whose retry no test compares yet; each operation that is added has to be compared. */
    private static final List<String> UNTRIED = """
            DELETE /api/articles/{slug}
            DELETE /api/articles/{slug}/comments/{id}
            DELETE /api/profiles/{username}/follow
            DELETE /api/v1/ai/budgets/{id}
            DELETE /api/v1/friendships/{id}
            DELETE /api/v1/me/calendar-feeds/{id}
            DELETE /api/v1/me/sessions/{id}
            DELETE /api/v1/me/slots/{id}
            DELETE /api/v1/operations/system-metadata/{key}
            DELETE /api/v1/projects/{id}
            DELETE /api/v1/projects/{id}/members/{userId}
            DELETE /api/v1/publishing/categories/{id}
            DELETE /api/v1/sales-heads/{userId}
            DELETE /api/v1/schedule-items/{id}
            DELETE /api/v1/schedule-items/{id}/following/{date}
            DELETE /api/v1/schedule-items/{id}/occurrences/{date}
            PATCH /api/v1/ai/budgets/{id}
            PATCH /api/v1/ai/models/{id}
            PATCH /api/v1/applications/{id}
            PATCH /api/v1/colleges/{id}
            PATCH /api/v1/courses/{id}
            PATCH /api/v1/leads/{id}
            PATCH /api/v1/me
            PATCH /api/v1/products/{id}
            PATCH /api/v1/projects/{id}/members/{userId}
            PATCH /api/v1/publishing/articles/{id}
            PATCH /api/v1/publishing/categories/{id}
            POST /api/profiles/{username}/follow
            POST /api/users
            POST /api/v1/ai/interactions/bulk
            POST /api/v1/ai/providers/{id}/default
            POST /api/v1/ai/providers/{id}/restore
            POST /api/v1/ai/providers/{id}/test
            POST /api/v1/applications/{id}/reject
            POST /api/v1/auth/email/verify
            POST /api/v1/auth/logout
            POST /api/v1/auth/password/reset
            POST /api/v1/auth/refresh
            POST /api/v1/automation-jobs/{id}/restore
            POST /api/v1/leads/{id}/assign
            POST /api/v1/leads/{id}/lose
            POST /api/v1/leads/{id}/reopen
            POST /api/v1/me/password
            POST /api/v1/me/second-factor/disable
            POST /api/v1/operations/events/{id}/retry
            POST /api/v1/operations/incidents/{id}/close
            POST /api/v1/projects/{id}/restore
            POST /api/v1/publishing/articles/{id}/comments/{number}/restore
            POST /api/v1/schedule-items/{id}/restore
            POST /api/v1/slots/{id}/no-show
            POST /api/v1/todos/bulk/move
            POST /api/v1/users/{id}/activate
            PUT /api/articles/{slug}
            PUT /api/user
            PUT /api/v1/automation-jobs/{id}
            PUT /api/v1/leads/{id}/tags
            PUT /api/v1/me/availability
            PUT /api/v1/operations/system-metadata/{key}
            PUT /api/v1/projects/{id}
            PUT /api/v1/sales-heads/{userId}
            PUT /api/v1/schedule-items/{id}
            PUT /api/v1/schedule-items/{id}/following/{date}
            PUT /api/v1/schedule-items/{id}/occurrences/{date}
            """.lines().toList();

    private static final String ARTICLES = "/api/v1/publishing/articles";
    private static final String TODOS = "/api/v1/todos";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private JwtEncoder tokens;

    private List<Operation> operations;
    private Retries retries;
    private Api nobody;

    @BeforeAll
    void readDescription() {
        operations = Operation.withForeign(Api.at(port));
        retries = new Retries(operations);
        nobody = Api.at(port, retries);
        Purchases.awaitGateway(nobody);
    }

    @AfterEach
    void assertPromisesAreKept() {
        assertThat(retries.broken()).isEmpty();
    }

    @AfterAll
    void assertEachPromiseWasTried() {
        assertThat(retries.untried()).isSubsetOf(UNTRIED);
    }

    @Test
    void requestsOnTheWayToAllDocumentedProblems() {
        var provocations = new Provocations(operations);
        ContextProvocations.of(Stage.of(nobody, databases, tokens)).forEach(context -> context.addTo(provocations));

        provocations.refusals().forEach(provocations::provoke);
    }

    @Test
    void changesOfArticles() {
        var author = nobody.newcomer();
        var draft = Map.of("title", "Sent twice", "description", "Retries.", "body", "Again.", "tags", List.of());
        var article = author.post(ARTICLES, draft).is(201).header("Location");
        author.post(article + "/schedule", Map.of("publishAt", "2100-01-31T09:30:00Z"))
                .is(200);
        author.send("POST", article + "/unschedule", null).is(200);
        author.send("POST", article + "/publish", null).is(200);
        author.send("POST", article + "/archive", null).is(200);
        var last = author.send("POST", article + "/publish", null).is(200);
        var slug = last.json().at("/article/slug").asString();

        var reader = nobody.newcomer();
        reader.send("POST", "/api/articles/" + slug + "/favorite", null).is(200);
        reader.send("DELETE", "/api/articles/" + slug + "/favorite", null).is(200);

        author.send("DELETE", article, null, "If-Match", last.header("ETag")).is(204);
        author.send("POST", article + "/restore", null).is(200);
    }

    @Test
    void changesOfTodos() {
        var owner = nobody.newcomer();
        var todo = owner.post(TODOS, Map.of("title", "Sent twice")).is(201).header("Location");
        var other = owner.post(TODOS, Map.of("title", "Other")).is(201).header("Location");
        owner.post(TODOS + "/reorder", Map.of("todos", List.of(id(other), id(todo))))
                .is(204);
        owner.send("POST", todo + "/complete", null, "If-Match", "\"0\"").is(200);
        owner.send("POST", todo + "/reopen", null, "If-Match", "\"1\"").is(200);
        owner.send("PATCH", todo, "{\"title\": \"Sent again\"}", "If-Match", "\"2\"")
                .is(200);
        owner.post(TODOS + "/bulk/complete", versions(todo, 3)).is(204);
        owner.post(TODOS + "/bulk/delete", versions(todo, 4)).is(204);
        owner.post(todo + "/restore", Map.of()).is(200);
        owner.send("DELETE", other, null, "If-Match", "\"0\"").is(204);
    }

    @Test
    void changesOfMeetings() {
        var mentoring = new Mentoring(nobody);
        var mentor = mentoring.mentor();
        var student = mentoring.student();
        var confirmed = mentoring.requested(mentor, student);
        Mentoring.post(mentor, confirmed, "review").is(200);
        Mentoring.post(mentor, confirmed, "confirm").is(200);
        Mentoring.move(student, confirmed, mentoring.open(mentor, Duration.ofDays(8)))
                .is(200);
        Mentoring.post(student, confirmed, "cancellation-request").is(200);
        Mentoring.post(mentor, confirmed, "cancellation-request/deny").is(200);
        Mentoring.post(student, confirmed, "cancellation-request").is(200);
        Mentoring.post(mentor, confirmed, "cancellation-request/approve").is(200);

        var other = mentoring.mentor();
        var rejected = mentoring.requested(other, student);
        Mentoring.post(other, rejected, "review").is(200);
        Mentoring.post(other, rejected, "reject").is(200);
        Mentoring.post(student, mentoring.requested(mentoring.mentor(), student), "withdraw")
                .is(200);
    }

    private static Map<String, ?> versions(String todo, int version) {
        return Map.of("todos", List.of(Map.of("todoId", id(todo), "expectedVersion", version)));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
