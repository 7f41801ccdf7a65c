// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Profiles of authors at two instances. */
@Tag("exhaustive")
class PublishingInstancesJourney {
    @TempDir
    private Path home;

    @Test
    void showsAChangedNameAndPictureAtOnceOnTheOtherInstance() {
        try (var instances = new Instances(home.resolve("home"))) {
            var first = Conduit.at(instances.serve("first").address().getPort());
            var second = Conduit.at(instances.serve("second").address().getPort());
            var author = first.register("painter");
            var slug = author.write("Colors", "paint");
            var reader = second.register("viewer");
            reader.post("/profiles/painter/follow", null).is(200);
            reader.post("/articles/" + slug + "/favorite", null).is(200);
            author.post("/articles/" + slug + "/comments", Map.of("comment", Map.of("body", "Mine")))
                    .is(201);

            for (int turn = 1; turn <= 10; turn++) {
                var name = "painter" + turn;
                var picture = "https://example.org/" + turn + ".png";
                author.put("/user", Map.of("user", Map.of("username", name, "image", picture, "bio", "Turn " + turn)))
                        .is(200);

                assertThat(shownBy(reader, slug, name)).allSatisfy(shown -> {
                    assertThat(shown.at("/username").asString()).isEqualTo(name);
                    assertThat(shown.at("/image").asString()).isEqualTo(picture);
                });
                assertThat(reader.get("/articles?author=painter" + (turn - 1))
                                .is(200)
                                .json()
                                .at("/articlesCount")
                                .asInt())
                        .isZero();
            }
        }
    }

    /** Returns the author in each place that shows one. */
    private static List<JsonNode> shownBy(Conduit reader, String slug, String name) {
        return List.of(
                reader.get("/articles").is(200).json().at("/articles/0/author"),
                reader.get("/articles?tag=paint").is(200).json().at("/articles/0/author"),
                reader.get("/articles?author=" + name).is(200).json().at("/articles/0/author"),
                reader.get("/articles?favorited=viewer").is(200).json().at("/articles/0/author"),
                reader.get("/articles/feed").is(200).json().at("/articles/0/author"),
                reader.get("/articles/" + slug).is(200).json().at("/article/author"),
                reader.get("/articles/" + slug + "/comments").is(200).json().at("/comments/0/author"),
                reader.get("/profiles/" + name).is(200).json().at("/profile"));
    }
}
