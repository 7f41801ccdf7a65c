package dev.ashlar.bootstrap.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Conditional requests: a caller who knows a version gets no second copy of it, and edits it under any form of its ETag. */
@JourneyTest
class KnownVersionsJourney {
    @LocalServerPort
    private int port;

    private Api admin;
    private Api mentor;

    @BeforeEach
    void logIn() {
        admin = Api.at(port).demo("admin");
        mentor = Api.at(port).demo("mentor");
    }

    @Test
    void skipsEveryResourceThatTheCallerKnows() {
        var paths = paths();
        assertThat(paths.keySet())
                .as("operations that answer with an ETag")
                .isEqualTo(Operation.all(admin).stream()
                        .filter(operation -> operation.method().equals("GET"))
                        .filter(operation -> operation
                                .description()
                                .at("/responses/200/headers")
                                .has("ETag"))
                        .map(Operation::path)
                        .collect(toSet()));
        paths.values().forEach(this::skipsWhatIsKnown);
    }

    private void skipsWhatIsKnown(Read resource) {
        var tag = resource.reader().get(resource.path()).is(200).header("ETag");
        assertThat(tag).as(resource.path()).matches("\"\\d+\"");
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
    void editsUnderAnyFormOfTheTag() {
        for (var form : List.of("W/%s", "\"other\", %s", "*")) {
            var tag = mentor.get("/api/v1/me").header("ETag");
            mentor.send("PATCH", "/api/v1/me", "{}", "If-Match", form.formatted(tag))
                    .is(200);
        }
        mentor.send("PATCH", "/api/v1/me", "{}", "If-Match", "\"other\"").isProblem(412, "request.stale-version");
        mentor.send("PATCH", "/api/v1/me", "{}", "If-Match", "other").isProblem(412, "request.stale-version");
    }

    private Map<String, Read> paths() {
        var all = new HashMap<String, Read>();
        all.put("/api/v1/me", new Read(mentor, "/api/v1/me"));
        all.put("/api/v1/me/mentor-profile", new Read(mentor, "/api/v1/me/mentor-profile"));
        all.put("/api/v1/me/availability", new Read(mentor, "/api/v1/me/availability"));
        all.put("/api/v1/users/{id}", first(admin, "/api/v1/users", "/api/v1/users"));
        all.put("/api/v1/products/{id}", first(admin, "/api/v1/products", "/api/v1/products"));
        all.put("/api/v1/slots/{id}", first(mentor, "/api/v1/mentors/" + mentor.myId() + "/slots", "/api/v1/slots"));
        all.put(
                "/api/v1/publishing/articles/{id}",
                first(admin, "/api/v1/publishing/articles", "/api/v1/publishing/articles"));
        return all;
    }

    private static Read first(Api reader, String list, String resource) {
        var id = reader.get(list).is(200).json().findValuesAsString("id").getFirst();
        return new Read(reader, resource + '/' + id);
    }

    private record Read(Api reader, String path) {}
}
