// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Comments through the RealWorld API. */
@JourneyTest
class ConduitCommentJourney {
    @LocalServerPort
    private int port;

    private Conduit anonymous;
    private Conduit author;
    private String readerName;
    private Conduit reader;
    private String path;

    @BeforeEach
    void write() {
        anonymous = Conduit.at(port);
        author = anonymous.register(Conduit.newName("author"));
        readerName = Conduit.newName("reader");
        reader = anonymous.register(readerName);
        path = "/articles/" + author.write("Talked about") + "/comments";
    }

    @Test
    void listsCommentsInTheirOrderToEveryReader() {
        assertThat(anonymous.get(path).is(200).text()).isEqualTo("{\"comments\":[]}");
        long first = comment(reader, "First");
        long second = comment(author, "Second");
        author.post("/profiles/" + readerName + "/follow", null).is(200);
        for (var who : new Conduit[] {anonymous, reader, author}) {
            var comments = who.get(path).is(200).json().at("/comments");
            assertThat(comments.valueStream().map(comment -> comment.at("/id").asLong()))
                    .containsExactly(first, second);
            assertThat(comments.at("/0/body").asString()).isEqualTo("First");
            assertThat(comments.at("/0/author/username").asString()).isEqualTo(readerName);
            assertThat(comments.at("/0/author/following").asBoolean()).isEqualTo(who.equals(author));
        }
    }

    @Test
    void deletesOneCommentAndKeepsTheOther() {
        long doomed = comment(reader, "Doomed");
        long kept = comment(reader, "Kept");
        assertThat(reader.delete(path + "/" + doomed).is(204).text()).isEmpty();
        assertThat(anonymous
                        .get(path)
                        .json()
                        .at("/comments")
                        .valueStream()
                        .map(comment -> comment.at("/id").asLong()))
                .containsExactly(kept);
        reader.delete(path + "/" + doomed).isFieldError(404, "comment", "not found");
    }

    @Test
    void refusesToDeleteAnotherAuthorsComment() {
        long id = comment(reader, "Mine");
        author.delete(path + "/" + id).isFieldError(403, "comment", "forbidden");
        assertThat(anonymous.get(path).json().at("/comments").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"comment\":{}}", "{\"comment\":{\"body\":null}}", "{\"comment\":{\"body\":\" \"}}"})
    void refusesABlankComment(String body) {
        reader.send("POST", path, body).isFieldError(422, "body", "can't be blank");
    }

    @Test
    void answersNotFoundForUnknownArticlesAndComments() {
        var comment = Map.of("comment", Map.of("body", "b"));
        anonymous.get("/articles/unknown/comments").isFieldError(404, "article", "not found");
        reader.post("/articles/unknown/comments", comment).isFieldError(404, "article", "not found");
        reader.delete("/articles/unknown/comments/1").isFieldError(404, "article", "not found");
        reader.delete(path + "/999999").isFieldError(404, "comment", "not found");
        reader.delete(path + "/first").isFieldError(404, "comment", "not found");
        var other = "/articles/" + author.write("Another") + "/comments/" + comment(reader, "Here");
        reader.delete(other).isFieldError(404, "comment", "not found");
        reader.send("POST", path, "{}").isFieldError(422, "comment", "can't be blank");
    }

    @Test
    void requiresATokenToComment() {
        anonymous
                .post("/articles/unknown/comments", Map.of("comment", Map.of("body", "b")))
                .isFieldError(401, "token", "is missing");
        anonymous.delete("/articles/unknown/comments/1").isFieldError(401, "token", "is missing");
        anonymous.with("bad").get(path).is(200);
    }

    private long comment(Conduit who, String body) {
        var answer = who.post(path, Map.of("comment", Map.of("body", body))).is(201);
        assertThat(answer.json().at("/comment/body").asString()).isEqualTo(body);
        return answer.json().at("/comment/id").asLong();
    }
}
