// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.domain.Favorites;
import dev.ashlar.publishing.domain.Follows;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Favorites and follows of readers. Every operation is idempotent. */
@ApplicationService
public class ReaderService {
    private final ArticleKeeper keeper;
    private final Favorites favorites;
    private final Follows follows;
    private final ArticleViews views;
    private final ArticleReading reading;
    private final InstantSource clock;

    ReaderService(
            ArticleKeeper keeper,
            Favorites favorites,
            Follows follows,
            ArticleViews views,
            ArticleReading reading,
            InstantSource clock) {
        this.keeper = keeper;
        this.favorites = favorites;
        this.follows = follows;
        this.views = views;
        this.reading = reading;
        this.clock = clock;
    }

    @Transactional
    public Authored<ArticleDetails> favorite(Actor actor, String slug) {
        var article = keeper.published(slug).id();
        favorites.add(actor.userId(), article, clock.instant());
        return reading.show(article, actor.userId());
    }

    @Transactional
    public Authored<ArticleDetails> unfavorite(Actor actor, String slug) {
        var article = keeper.published(slug).id();
        favorites.remove(actor.userId(), article);
        return reading.show(article, actor.userId());
    }

    @Transactional
    public AuthorView follow(Actor actor, String username) {
        var profile = profile(username, actor.userId()).profile();
        follows.add(actor.userId(), profile.id(), clock.instant());
        return new AuthorView(profile, true);
    }

    @Transactional
    public AuthorView unfollow(Actor actor, String username) {
        var profile = profile(username, actor.userId()).profile();
        follows.remove(actor.userId(), profile.id());
        return new AuthorView(profile, false);
    }

    /** Returns the profile of a user; the reader is null for an anonymous caller. */
    public AuthorView profile(String username, @Nullable UserId reader) {
        return views.author(Spelling.key(username), reader)
                .orElseThrow(() -> PublishingProblem.PROFILE_NOT_FOUND.because(
                        "No user has the username " + username + ". Check the spelling."));
    }
}
