// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Conditional requests: a caller who knows a version gets no second copy of it, and edits it under any form of its ETag. */
@JourneyTest
class KnownVersionsJourney {
    /** Edits whose fields cannot be read at their path; ProjectServiceTest, ScheduleServiceTest and the test below compare them. */
    private static final List<String> NOT_READ = List.of(
            "PATCH /api/v1/projects/{id}/members/{userId}",
            "PATCH /api/v1/publishing/categories/{id}",
            "PUT /api/v1/ai/models/{id}/prices", // has a time, and is never the same
            "PUT /api/v1/schedule-items/{id}/following/{date}",
            "PUT /api/v1/schedule-items/{id}/occurrences/{date}");

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private final Map<String, String> lists = new HashMap<>();
    private Api admin;
    private Api mentor;
    private Api student;

    @BeforeEach
    void logIn() {
        admin = Api.at(port).demo("admin");
        mentor = Api.at(port).demo("mentor");
        student = Api.at(port).demo("student");
        ContextProvocations.of(new ContextProvocations.Stage(Api.at(port), Api.at(port), databases))
                .forEach(context -> lists.putAll(context.lists()));
    }

    @Test
    void skipsEveryResourceThatTheCallerKnows() {
        var paths = Operation.all(admin).stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation ->
                        operation.description().at("/responses/200/headers").has("ETag"))
                .map(Operation::path)
                .filter(path -> !path.startsWith("/calendar/")) // its tag is no version
                .toList();
        assertThat(paths).contains("/api/v1/me", "/api/v1/todos/{id}");
        paths.forEach(path -> skipsWhatIsKnown(resource(path)));
    }

    private void skipsWhatIsKnown(Read resource) {
        var tag = resource.reader().get(resource.path()).is(200).header("ETag");
        assertThat(tag).as(resource.path()).matches("\"\\d+(-[0-9a-f]{16})?\"");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            for (var method : List.of("GET", "HEAD")) {
                var answer = resource.reader()
                        .send(method, resource.path(), null, "If-None-Match", known)
                        .is(304);
                assertThat(answer.header("ETag")).isEqualTo(tag);
                assertThat(answer.text()).isEmpty();
            }
        }
        resource.reader().get(resource.path(), "If-None-Match", "\"other\"").is(200);
        assertThat(resource.reader().send("HEAD", resource.path(), null).is(200).header("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void sendsAProductAgainOfWhichPiecesAreReserved() {
        var product = "/api/v1/products/"
                + student.get("/api/v1/products?kind=token_pack")
                        .json()
                        .at("/items/0/id")
                        .asString();
        var known = admin.get(product);
        var item = Map.of("productId", known.json().at("/id").asString(), "quantity", 1);
        student.postOnce("/api/v1/orders", Map.of("items", List.of(item))).is(201);

        var changed = admin.get(product, "If-None-Match", known.header("ETag")).is(200);

        assertThat(changed.json().at("/available").asLong())
                .isEqualTo(known.json().at("/available").asLong() - 1);
        admin.get(product, "If-None-Match", changed.header("ETag")).is(304);
        admin.send("PATCH", product, "{}", "If-Match", changed.header("ETag")).is(200);
    }

    @Test
    void editsUnderAnyFormOfTheTag() {
        for (var form : List.of("W/%s", "\"other\", %s", "*")) {
            var tag = mentor.get("/api/v1/me").header("ETag");
            mentor.send("PATCH", "/api/v1/me", "{}", "If-Match", form.formatted(tag))
                    .is(200);
        }
        mentor.send("PATCH", "/api/v1/me", "{}", "If-Match", "\"other\"").isProblem(412, "request.stale-version");
        mentor.send("PATCH", "/api/v1/me", "{}", "If-Match", "other").isProblem(412, "request.stale-version");
    }

    /** Otherwise an edit that changes nothing would refuse the edits of others, and each copy would be sent again. */
    @Test
    void keepsTheVersionThroughAnEditThatChangesNothing() {
        var edits = Operation.all(admin).stream()
                .filter(operation -> Set.of("PATCH", "PUT").contains(operation.method()))
                .filter(operation -> operation.parameters("header").contains("If-Match"))
                .collect(Collectors.partitioningBy(edit -> NOT_READ.contains(edit.toString())));
        assertThat(edits.get(true)).hasSameSizeAs(NOT_READ);
        assertThat(edits.get(false))
                .isNotEmpty()
                .allSatisfy(edit -> assertThat(callers(edit.path()).map(found -> unchanged(edit, found)))
                        .as(edit + " by admin, mentor, student")
                        .contains("200, same version"));
    }

    @Test
    void keepsTheVersionOfACategoryThatIsRenamedToItsName() {
        var category = admin.get("/api/v1/publishing/categories").json().at("/items/0");
        var version = "\"" + category.at("/version").asInt() + "\"";
        var renamed = admin.send(
                        "PATCH",
                        "/api/v1/publishing/categories/" + category.at("/id").asString(),
                        "{\"name\": " + category.at("/name") + "}",
                        "If-Match",
                        version)
                .is(200);
        assertThat(renamed.header("ETag")).isEqualTo(version);
    }

    /** Sends the fields of an edit with the values that they have. */
    private static String unchanged(Operation edit, Read resource) {
        var before = resource.reader().get(resource.path());
        var body = edit.body();
        same(body, before.json());
        var tag = before.header("ETag");
        var answer = resource.reader().send(edit.method(), resource.path(), body.toString(), "If-Match", tag);
        if (answer.status() != 200) {
            return answer.status() + " " + answer.text();
        }
        var after = resource.reader().get(resource.path());
        boolean isSame = after.header("ETag").equals(tag)
                && after.json().at("/updatedAt").equals(before.json().at("/updatedAt"));
        return isSame ? "200, same version" : "200 " + tag + " became " + after.header("ETag");
    }

    /** Sets the fields of an edit to those of what it edits; what that lacks, and what an edit does not know, is left out. */
    private static void same(ObjectNode edit, JsonNode current) {
        edit.retain(current.propertyNames());
        for (var field : List.copyOf(edit.properties())) {
            var value = current.at("/" + field.getKey());
            if (field.getKey().equals("due") && value instanceof ObjectNode due) { // shows the repetition, too
                due.retain(field.getValue().propertyNames());
            }
            edit.set(field.getKey(), value);
        }
    }

    private Stream<Read> callers(String path) {
        return Stream.of(admin, mentor, student).flatMap(reader -> found(reader, path).stream());
    }

    /** Finds a resource by the lists above it, for the first of the callers who has one. */
    private Read resource(String path) {
        return path.contains("{")
                ? callers(path).findFirst().orElseThrow(() -> new AssertionError("The demo data have no " + path))
                : new Read(mentor, path);
    }

    private Optional<Read> found(Api reader, String path) {
        var filled = path;
        while (filled.contains("{")) {
            int start = filled.indexOf('{');
            int end = filled.indexOf('}');
            var list = reader.get(listAbove(filled.substring(0, start - 1)));
            var ids = list.status() == 200
                    ? list.json().findValuesAsString(filled.substring(start + 1, end))
                    : List.<String>of();
            if (ids.isEmpty()) {
                return Optional.empty();
            }
            filled = filled.substring(0, start) + ids.getFirst() + filled.substring(end + 1);
        }
        return Optional.of(new Read(reader, filled));
    }

    private String listAbove(String path) {
        return lists.getOrDefault(path, path);
    }

    private record Read(Api reader, String path) {}
}
