// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Profiles and follows through the RealWorld API. */
@JourneyTest
class ConduitProfileJourney {
    @LocalServerPort
    private int port;

    private Conduit anonymous;
    private Conduit reader;
    private String celeb;

    @BeforeEach
    void register() {
        anonymous = Conduit.at(port);
        reader = anonymous.register(Conduit.newName("reader"));
        celeb = Conduit.newName("celeb");
        anonymous
                .register(celeb)
                .put("/user", Map.of("user", Map.of("bio", "Sings", "image", "https://example.org/c.png")))
                .is(200);
    }

    @Test
    void showsAFollowToTheFollowerOnly() {
        var path = "/profiles/" + celeb;
        var profile = anonymous.get(path).is(200).json();
        assertThat(profile.at("/profile/bio").asString()).isEqualTo("Sings");
        assertThat(profile.at("/profile/image").asString()).isEqualTo("https://example.org/c.png");
        isFollowed(false, profile.toString());
        isFollowed(false, reader.get(path).is(200).text());

        isFollowed(true, reader.post(path + "/follow", null).is(200).text());
        isFollowed(true, reader.post(path + "/follow", null).is(200).text());
        isFollowed(true, reader.get(path).is(200).text());
        isFollowed(
                true,
                reader.get("/profiles/" + celeb.toUpperCase(Locale.ROOT))
                        .is(200)
                        .text());
        isFollowed(false, anonymous.get(path).is(200).text());

        isFollowed(false, reader.delete(path + "/follow").is(200).text());
        isFollowed(false, reader.delete(path + "/follow").is(200).text());
        isFollowed(false, reader.get(path).is(200).text());
    }

    @Test
    void answersNotFoundForAnUnknownName() {
        anonymous.get("/profiles/unknown").isFieldError(404, "profile", "not found");
        reader.get("/profiles/unknown").isFieldError(404, "profile", "not found");
        reader.post("/profiles/unknown/follow", null).isFieldError(404, "profile", "not found");
        reader.delete("/profiles/unknown/follow").isFieldError(404, "profile", "not found");
    }

    @Test
    void requiresATokenBeforeItLooksUpTheProfile() {
        anonymous.post("/profiles/unknown/follow", null).isFieldError(401, "token", "is missing");
        anonymous.delete("/profiles/" + celeb + "/follow").isFieldError(401, "token", "is missing");
        anonymous.with("bad").get("/profiles/" + celeb).is(200);
    }

    private static void isFollowed(boolean expected, String answer) {
        assertThat(answer).contains("\"following\":" + expected);
    }
}
