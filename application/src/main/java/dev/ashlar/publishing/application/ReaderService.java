package dev.ashlar.publishing.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.Favorites;
import dev.ashlar.publishing.domain.Follows;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What readers like and whom they follow. Doing any of it twice changes nothing, so each call may be repeated. */
@ApplicationService
public class ReaderService {
    private final Articles posts;
    private final Favorites favorites;
    private final Follows follows;
    private final People people;
    private final ArticleReading reading;
    private final InstantSource clock;

    ReaderService(
            Articles posts,
            Favorites favorites,
            Follows follows,
            People people,
            ArticleReading reading,
            InstantSource clock) {
        this.posts = posts;
        this.favorites = favorites;
        this.follows = follows;
        this.people = people;
        this.reading = reading;
        this.clock = clock;
    }

    @Transactional
    public ArticleView favorite(Actor actor, String slug) {
        var post = published(slug);
        favorites.add(actor.userId(), post.id(), clock.instant());
        return reading.show(post.id(), actor.userId());
    }

    @Transactional
    public ArticleView unfavorite(Actor actor, String slug) {
        var post = published(slug);
        favorites.remove(actor.userId(), post.id());
        return reading.show(post.id(), actor.userId());
    }

    @Transactional
    public PersonView follow(Actor actor, String username) {
        var person = person(username);
        follows.add(actor.userId(), person.id(), clock.instant());
        return new PersonView(person, true);
    }

    @Transactional
    public PersonView unfollow(Actor actor, String username) {
        var person = person(username);
        follows.remove(actor.userId(), person.id());
        return new PersonView(person, false);
    }

    /** Somebody's profile, as this reader sees it; null for somebody who is not logged in. */
    public PersonView profile(String username, @Nullable UserId reader) {
        var person = person(username);
        return new PersonView(person, reader != null && follows.contains(reader, person.id()));
    }

    private Article published(String slug) {
        return posts.findBySlug(slug)
                .filter(Article::isPublished)
                .orElseThrow(() -> PublishingProblem.NO_SUCH_POST.because("It was deleted, or the address is wrong."));
    }

    private PublicProfile person(String username) {
        return people.findByUsername(username)
                .orElseThrow(() -> PublishingProblem.NO_SUCH_PERSON.because("Nobody has this username."));
    }
}
