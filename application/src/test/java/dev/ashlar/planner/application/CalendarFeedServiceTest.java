// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.application.Crew.person;
import static dev.ashlar.planner.domain.SampleItems.NOW;
import static dev.ashlar.planner.domain.SampleItems.hour;
import static dev.ashlar.planner.domain.SampleItems.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.planner.domain.CalendarFeed;
import dev.ashlar.planner.domain.CalendarScope;
import dev.ashlar.planner.domain.InMemoryAutomation;
import dev.ashlar.planner.domain.InMemoryCalendarFeeds;
import dev.ashlar.planner.domain.InMemoryScheduleItems;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemSource;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ScheduleItem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFeedServiceTest {
    private final InMemoryCalendarFeeds feeds = new InMemoryCalendarFeeds();
    private final InMemoryScheduleItems items = new InMemoryScheduleItems();
    private final KnownPeople people = new KnownPeople();
    private final Actor owner = person();
    private Instant now = NOW;
    private int secrets;
    private final CalendarFeedService service = new CalendarFeedService(
            feeds,
            mock(CalendarFeedViews.class),
            items,
            people,
            () -> "secret" + secrets++,
            IdSource.timeOrdered(),
            () -> now);

    private final InMemoryAutomation automation = new InMemoryAutomation();
    private final PlannerDeactivation deactivation =
            new PlannerDeactivation(automation, automation, feeds, people, () -> now);

    @Test
    void readsTheScheduleOfTheOwnerOnly() {
        var own = item(owner.userId(), hour("2026-03-02T09:00:00"));
        items.insert(own);
        items.insert(item(person().userId(), hour("2026-03-02T10:00:00")));
        var feed = service.create(owner, "Phone", CalendarScope.ALL);
        var content = service.read(feed.secret());
        assertThat(content.name()).isEqualTo("Phone");
        assertThat(content.items()).extracting(ScheduleItem::id).containsExactly(own.id());
    }

    @ParameterizedTest
    @CsvSource({"ALL, own meeting", "ITEMS, own", "MEETINGS, meeting"})
    void showsTheChosenPartOfTheSchedule(CalendarScope scope, String titles) {
        insert("own", null);
        insert("meeting", new ItemSource(ItemSourceType.SLOT, UUID.randomUUID(), 1));
        var feed = service.create(owner, "Phone", scope);
        assertThat(service.read(feed.secret()).items())
                .extracting(item -> item.details().title())
                .containsExactlyInAnyOrder(titles.split(" "));
    }

    @Test
    void leavesOutWhatIsLongOver() {
        var old = item(owner.userId(), hour("2025-11-29T09:00:00"));
        var recent = item(owner.userId(), hour("2025-12-03T09:00:00"));
        items.insert(old);
        items.insert(recent);
        var feed = service.create(owner, "Phone", CalendarScope.ALL);
        assertThat(service.read(feed.secret()).items())
                .extracting(ScheduleItem::id)
                .containsExactly(recent.id());
    }

    @Test
    void endsTheSecretOfARevokedFeedAtOnce() {
        var feed = service.create(owner, "Phone", CalendarScope.ALL);
        var other = service.create(owner, "Desk", CalendarScope.ALL);
        assertRefused(
                PlannerProblem.FEED_NOT_FOUND,
                () -> service.revoke(person(), feed.feed().id()));
        service.revoke(owner, feed.feed().id());
        assertRefused(PlannerProblem.FEED_NOT_FOUND, () -> service.read(feed.secret()));
        assertRefused(
                PlannerProblem.FEED_NOT_FOUND,
                () -> service.revoke(owner, feed.feed().id()));
        assertThat(service.read(other.secret()).items()).isEmpty();
    }

    /** The request may have been on its way, and no login protects a feed. */
    @Test
    void createsNoFeedOfADeactivatedUser() {
        people.deactivated.add(owner.userId());
        assertRefused(KernelProblem.UNAUTHENTICATED, () -> service.create(owner, "Phone", CalendarScope.ALL));
    }

    @Test
    void refusesOneFeedTooMany() {
        for (int count = 1; count < CalendarFeed.MAX_FEEDS; count++) {
            service.create(owner, "Phone", CalendarScope.ALL);
        }
        var last = service.create(owner, "Phone", CalendarScope.ALL);
        service.create(person(), "Phone", CalendarScope.ALL);
        assertRefused(PlannerProblem.FEEDS_EXCEEDED, () -> service.create(owner, "Phone", CalendarScope.ALL));
        service.revoke(owner, last.feed().id());
        service.create(owner, "Phone", CalendarScope.ALL);
    }

    @Test
    void storesNoSecretAndTellsItToNoLog() {
        var feed = service.create(owner, "Phone", CalendarScope.ALL);
        assertThat(feeds.findBySecret(feed.secret())).isEmpty();
        assertThat(feeds.findBySecret(Fingerprint.ofSecret(feed.secret()))).isPresent();
        assertThat(feed.toString()).doesNotContain(feed.secret());
    }

    @Test
    void notesAReadingOnceAnHour() {
        var feed = service.create(owner, "Phone", CalendarScope.ALL);
        service.read(feed.secret());
        assertThat(stored(feed).lastReadAt()).isEqualTo(NOW);
        now = NOW.plus(Duration.ofMinutes(60));
        service.read(feed.secret());
        assertThat(stored(feed).lastReadAt()).isEqualTo(NOW);
        now = now.plusSeconds(1);
        service.read(feed.secret());
        assertThat(stored(feed).lastReadAt()).isEqualTo(now);
    }

    @Test
    void endsTheFeedsOfADeactivatedUserUnlessTheUserIsActiveAgain() {
        var feed = service.create(owner, "Phone", CalendarScope.ALL);
        deactivation.deactivate(owner.userId());
        assertThat(service.read(feed.secret()).items()).isEmpty();
        people.deactivated.add(owner.userId());
        deactivation.deactivate(owner.userId());
        deactivation.deactivate(owner.userId());
        assertRefused(PlannerProblem.FEED_NOT_FOUND, () -> service.read(feed.secret()));
    }

    private void insert(String title, @Nullable ItemSource source) {
        var plain = item(owner.userId(), hour("2026-03-02T09:00:00"));
        var details = plain.details();
        var titled =
                ScheduleItem.of(plain.id(), owner.userId(), new ItemDetails(title, null, details.time(), null), NOW);
        items.insert(source == null ? titled : titled.from(source));
    }

    private CalendarFeed stored(NewCalendarFeed feed) {
        return feeds.findBySecret(Fingerprint.ofSecret(feed.secret())).orElseThrow();
    }
}
