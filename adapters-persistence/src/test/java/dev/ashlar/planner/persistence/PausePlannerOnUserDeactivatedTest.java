// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.CalendarScope;
import dev.ashlar.planner.domain.Relations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Planner of a user whose account is switched off. */
@ServiceTest
class PausePlannerOnUserDeactivatedTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Announcer announcer;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void endsTheFeedsOfAUserWhoIsInactiveHoweverOftenItIsAnnounced() {
        var gone = personWithFeed("gone");
        var back = personWithFeed("back");
        people.account(gone, false);

        announce(gone);
        announce(gone);
        announce(back);

        assertThat(people.count("SELECT count(*) FROM planner.calendar_feeds")).isEqualTo(1);
        assertThat(people.count(
                        "SELECT count(*) FROM planner.calendar_feeds WHERE owner_id = ?",
                        back.userId().value()))
                .as("feeds of a user who is active again")
                .isEqualTo(1);
    }

    private Actor personWithFeed(String secret) {
        var person = people.person();
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ ->
                        feeds.insert(Relations.feed(person.userId(), CalendarScope.ALL), Fingerprint.ofSecret(secret)));
        return person;
    }

    private void announce(Actor person) {
        announcer.announce(new UserDeactivated(person.userId(), clock.instant()));
    }
}
