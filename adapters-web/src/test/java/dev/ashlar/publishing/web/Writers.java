// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleSummary;
import dev.ashlar.publishing.application.AuthorView;
import dev.ashlar.publishing.application.Authored;
import dev.ashlar.publishing.application.Reception;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.CategoryId;
import dev.ashlar.publishing.domain.Filing;
import dev.ashlar.publishing.domain.Publication;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;

/** Callers of publishing with access tokens of their roles, and sample answers. */
@Lazy
public class Writers {
    public static final Actor AUTHOR = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    public static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    public static final ArticleId ARTICLE = new ArticleId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    public static final CategoryId CATEGORY = new CategoryId(UUID.fromString("019a0000-0000-7000-8000-0000000000b1"));
    public static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    public static final AuthorView ADA =
            new AuthorView(new PublicProfile(AUTHOR.userId(), "ada", "Ada Lovelace", null, null), true);

    private static final Reception RECEPTION = new Reception(true, true, 3);

    private final Caller client;

    Writers(Caller client) {
        this.client = client;
    }

    public static Authored<ArticleDetails> article(ArticleStatus status, int version) {
        return new Authored<>(
                new ArticleDetails(
                        ARTICLE,
                        "engines",
                        ArticleText.of("Engines", "About engines", "Text", List.of("b", "a")),
                        new Filing(AUTHOR.userId(), null, CATEGORY),
                        new Publication(status, AT),
                        RECEPTION,
                        new ArticleDetails.Edition(17, AT, AT.plusMillis(7), version)),
                ADA);
    }

    public static Authored<ArticleSummary> listed() {
        return new Authored<>(
                new ArticleSummary(
                        ARTICLE,
                        "engines",
                        "Engines",
                        "About engines",
                        List.of("b", "a"),
                        new ArticleSummary.Source(AUTHOR.userId(), CATEGORY),
                        RECEPTION,
                        new ArticleSummary.Dates(AT, AT, AT.plusMillis(7))),
                ADA);
    }

    public Caller.Answer get(Actor who, String path) {
        return client.get(path, signed(who));
    }

    public Caller.Answer send(Actor who, String method, String path, @Nullable String body, String... headers) {
        return client.send(method, path, body, signed(who, headers));
    }

    private String[] signed(Actor who, String... headers) {
        return Stream.concat(Stream.of("Authorization", client.bearer(who.role())), Stream.of(headers))
                .toArray(String[]::new);
    }
}
