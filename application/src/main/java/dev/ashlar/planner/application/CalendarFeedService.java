// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.CalendarFeed;
import dev.ashlar.planner.domain.CalendarFeedId;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.CalendarScope;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ScheduleItems;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Calendar feeds of a person. */
@ApplicationService
public class CalendarFeedService {
    /** Items in a feed at most; more than a person plans, and few enough for one answer. */
    public static final int MAX_ITEMS = 2000;

    /** Time for which an item that is over stays in a feed. */
    private static final Duration PAST = Duration.ofDays(90);

    private static final String LIST = "planner.calendar-feeds";

    private final CalendarFeeds feeds;
    private final CalendarFeedViews views;
    private final ScheduleItems items;
    private final People people;
    private final SecretSource secrets;
    private final IdSource ids;
    private final InstantSource clock;

    CalendarFeedService(
            CalendarFeeds feeds,
            CalendarFeedViews views,
            ScheduleItems items,
            People people,
            SecretSource secrets,
            IdSource ids,
            InstantSource clock) {
        this.feeds = feeds;
        this.views = views;
        this.items = items;
        this.people = people;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the actor's feeds, oldest first. */
    public Page<CalendarFeedView> list(Actor actor, PageRequest page) {
        var rows = views.feeds(actor.userId(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    @Transactional
    public NewCalendarFeed create(Actor actor, String name, CalendarScope scope) {
        people.requireActive(actor.userId());
        CalendarFeed.requireRoom(feeds.lockCount(actor.userId()));
        var secret = secrets.next();
        var feed = CalendarFeed.of(new CalendarFeedId(ids.next()), actor.userId(), name, scope, clock.instant());
        feeds.insert(feed, Fingerprint.ofSecret(secret));
        return new NewCalendarFeed(
                new CalendarFeedView(feed.id(), feed.name(), feed.scope(), feed.createdAt(), null), secret);
    }

    /** Ends a feed and its secret. */
    @Transactional
    public void revoke(Actor actor, CalendarFeedId id) {
        if (!feeds.remove(actor.userId(), id)) {
            throw PlannerProblem.FEED_NOT_FOUND.because(
                    "You have no calendar feed " + id.value() + ". List your feeds to find its id.");
        }
    }

    /** Returns the content of the feed with this secret, and notes the reading once an hour. */
    @Transactional
    public CalendarContent read(String secret) {
        var feed = feeds.findBySecret(Fingerprint.ofSecret(secret))
                .orElseThrow(() -> PlannerProblem.FEED_NOT_FOUND.because(
                        "No calendar feed has this address. It may have been revoked; create another one."));
        var now = clock.instant();
        if (feed.isNotedAt(now)) {
            feeds.noteReading(feed, now);
        }
        var since = new InstantRange(now.minus(PAST), null);
        var shown = items.between(feed.ownerId(), since, MAX_ITEMS).stream()
                .filter(feed::shows)
                .toList();
        return new CalendarContent(feed.name(), shown);
    }
}
