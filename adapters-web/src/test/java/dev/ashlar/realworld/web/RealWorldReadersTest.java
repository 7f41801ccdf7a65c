// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static dev.ashlar.publishing.web.Writers.ADA;
import static dev.ashlar.publishing.web.Writers.AT;
import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.AuthorView;
import dev.ashlar.publishing.application.CommentDetails;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.CommentView;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.PublishingProblem;
import dev.ashlar.publishing.web.Writers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Comments, profiles and tags of the RealWorld API. */
@RealWorldServer
class RealWorldReadersTest {
    private static final String COMMENTS = "/api/articles/engines/comments";
    private static final String COMMENT = """
            {"id":17,"createdAt":"2026-11-20T10:15:30.000Z","updatedAt":"2026-11-20T10:15:30.000Z","body":"Hm",\
            "author":{"username":"ada","bio":null,"image":null,"following":true}}""";
    private static final CommentView SAID =
            new CommentView(new CommentDetails(17, "Hm", AUTHOR.userId(), true, AT, AT), ADA);

    @Autowired
    private ArticleReading reading;

    @Autowired
    private CommentService comments;

    @Autowired
    private ReaderService readers;

    @Autowired
    private Caller client;

    @Autowired
    private Writers writers;

    @Test
    void listsAndAddsComments() {
        given(reading.comments("engines", null, 0)).willReturn(List.of(SAID));
        given(comments.comment(AUTHOR, "engines", "Hm")).willReturn(SAID);
        assertThat(client.get(COMMENTS).text()).isEqualTo("{\"comments\":[" + COMMENT + "]}");
        var written = writers.send(AUTHOR, "POST", COMMENTS, "{\"comment\":{\"body\":\"Hm\"}}");
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.text()).isEqualTo("{\"comment\":" + COMMENT + "}");
        var blank = writers.send(AUTHOR, "POST", COMMENTS, "{\"comment\":{\"body\":\"\"}}");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.text()).isEqualTo("{\"errors\":{\"body\":[\"can't be blank\"]}}");
    }

    @Test
    void deletesOwnCommentsAndRefusesOthers() {
        assertThat(writers.send(AUTHOR, "DELETE", COMMENTS + "/17", null).status())
                .isEqualTo(204);
        then(comments).should().delete(AUTHOR, "engines", 17);
        willThrow(PublishingProblem.COMMENT_FORBIDDEN.because("Hers."))
                .given(comments)
                .delete(any(), any(), anyLong());
        var foreign = writers.send(AUTHOR, "DELETE", COMMENTS + "/18", null);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.text()).isEqualTo("{\"errors\":{\"comment\":[\"forbidden\"]}}");
        var none = writers.send(AUTHOR, "DELETE", COMMENTS + "/eighteen", null);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text()).isEqualTo("{\"errors\":{\"comment\":[\"not found\"]}}");
    }

    @Test
    void showsFollowsAndUnfollowsProfiles() {
        given(readers.profile("ada", null)).willReturn(new AuthorView(ADA.profile(), false));
        given(readers.profile("ada", AUTHOR.userId())).willReturn(ADA);
        given(readers.follow(AUTHOR, "ada")).willReturn(ADA);
        given(readers.unfollow(AUTHOR, "ada")).willReturn(new AuthorView(ADA.profile(), false));
        var followed = "{\"profile\":{\"username\":\"ada\",\"bio\":null,\"image\":null,\"following\":true}}";
        var notFollowed = followed.replace("true", "false");
        assertThat(client.get("/api/profiles/ada").text()).isEqualTo(notFollowed);
        assertThat(writers.get(AUTHOR, "/api/profiles/ada").text()).isEqualTo(followed);
        assertThat(writers.send(AUTHOR, "POST", "/api/profiles/ada/follow", null)
                        .text())
                .isEqualTo(followed);
        assertThat(writers.send(AUTHOR, "DELETE", "/api/profiles/ada/follow", null)
                        .text())
                .isEqualTo(notFollowed);
        given(readers.profile("eve", null)).willThrow(PublishingProblem.PROFILE_NOT_FOUND.because("None."));
        assertThat(client.get("/api/profiles/eve").text()).isEqualTo("{\"errors\":{\"profile\":[\"not found\"]}}");
    }

    @Test
    void listsTags() {
        given(reading.tags()).willReturn(List.of("a", "b"));
        assertThat(client.get("/api/tags").text()).isEqualTo("{\"tags\":[\"a\",\"b\"]}");
    }
}
