package dev.ashlar.publishing.web;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleView;
import dev.ashlar.publishing.application.ListedArticle;
import dev.ashlar.publishing.application.ListedView;
import dev.ashlar.publishing.application.PersonView;
import dev.ashlar.publishing.application.ReadArticle;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.CategoryId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;

/** Those who call publishing, each with an access token of the right role, and what they are answered. */
@Lazy
public class Writers {
    public static final Actor AUTHOR = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    public static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    public static final ArticleId POST = new ArticleId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    public static final CategoryId CATEGORY = new CategoryId(UUID.fromString("019a0000-0000-7000-8000-0000000000b1"));
    public static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    public static final PersonView ADA =
            new PersonView(new PublicProfile(AUTHOR.userId(), "ada", "Ada Lovelace", null, null), true);

    private final Caller client;

    Writers(Caller client) {
        this.client = client;
    }

    public static ArticleView article(ArticleStatus status, int version) {
        return new ArticleView(
                new ReadArticle(
                        POST,
                        "engines",
                        "Engines",
                        "About engines",
                        "Text",
                        List.of("b", "a"),
                        AUTHOR.userId(),
                        null,
                        CATEGORY,
                        status,
                        true,
                        true,
                        3,
                        17,
                        AT,
                        AT,
                        AT.plusMillis(7),
                        version),
                ADA);
    }

    public static ListedView listed() {
        return new ListedView(
                new ListedArticle(
                        POST,
                        "engines",
                        "Engines",
                        "About engines",
                        List.of("b", "a"),
                        AUTHOR.userId(),
                        CATEGORY,
                        true,
                        true,
                        3,
                        AT,
                        AT,
                        AT.plusMillis(7),
                        null),
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
