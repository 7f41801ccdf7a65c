// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.CopiedProfiles.profile;
import static dev.ashlar.publishing.domain.Writings.user;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.domain.ArticleText;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies of profiles, in the transaction that changes the profile. */
@ServiceTest
class CopyProfileOnProfileChangedTest {
    private static final int CROWD = 12;

    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final UserId user = user();

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleReading reading;

    @Autowired
    CopyProfileOnProfileChangedTest(
            ApplicationEventPublisher events,
            InstantSource clock,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    @Test
    @Tag("rule-hooks-fire")
    void copiesANewProfile() {
        announce(profile(user, "newcomer", 0));
        assertThat(copy()).containsEntry("username", "newcomer").containsEntry("version", 0);
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void changesNothingWhenEventsAreDeliveredAgain() {
        announce(profile(user, "first", 1));
        announce(profile(user, "second", 2));
        announce(profile(user, "second", 2));
        announce(profile(user, "first", 1));
        assertThat(copy()).containsEntry("username", "second").containsEntry("version", 2);
    }

    @Test
    @Tag("rule-hooks-join-transaction")
    void copiesNothingIfTheChangeIsRolledBack() {
        announce(profile(user, "kept", 0));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ProfileChanged(profile(user, "undone", 1), clock.instant()));
            status.setRollbackOnly();
        });
        assertThat(copy()).containsEntry("username", "kept");
    }

    /** Each in another order; without the condition on the version the last writer would win. */
    @Test
    void keepsTheLatestOfVersionsThatArriveAtOnce() {
        var outcomes = Together.run(CROWD, number -> () -> {
            announce(profile(user, "version-" + (CROWD - number), CROWD - number));
            return number;
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(copy()).containsEntry("version", CROWD).containsEntry("username", "version-" + CROWD);
    }

    @Test
    void showsAnEditAndAnErasureInListsAtOnce() {
        var author = user(accounts, "fleeting", Role.STUDENT).userId();
        writing.publish(
                new Actor(author, Role.STUDENT, Actor.DEFAULT_PLATFORM),
                ArticleText.of("Fleeting", "d", "b", List.of()));

        var edited = new PublicProfile(author, "lasting", "Lasting", "New", "https://example.org/new.png");
        announce(new VersionedProfile(edited, 5));
        assertThat(authors("fleeting")).isEmpty();
        assertThat(authors("lasting")).containsExactly(edited);

        var erased = new PublicProfile(author, "deleted-1", "Deleted user", null, null);
        announce(new VersionedProfile(erased, 6));
        assertThat(authors("lasting")).isEmpty();
        assertThat(authors(null)).containsExactly(erased);
        assertThat(reading.article("fleeting", null).author().profile()).isEqualTo(erased);
    }

    /** Lists the authors of the articles by this user, of all articles if it is null. */
    private List<PublicProfile> authors(@Nullable String username) {
        return reading.list(null, username, null, null, new OffsetPage(10, 0)).articles().stream()
                .map(article -> article.author().profile())
                .toList();
    }

    private void announce(VersionedProfile changed) {
        transaction.executeWithoutResult(_ -> events.publishEvent(new ProfileChanged(changed, clock.instant())));
    }

    private Map<String, Object> copy() {
        return jdbc.sql("SELECT username, version FROM publishing.people WHERE user_id = ?")
                .param(user.value())
                .query()
                .singleRow();
    }
}
