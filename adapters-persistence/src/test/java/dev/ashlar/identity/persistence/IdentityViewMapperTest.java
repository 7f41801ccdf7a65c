// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.UserStage;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.SessionView;
import dev.ashlar.identity.application.UserFilter;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.RefreshToken;
import dev.ashlar.identity.domain.RefreshTokenId;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper IdentityViewMapper.isLive owner", test = "aSessionIsLiveForItsUserAndRoleUntilItEnds")
@Kills(mutant = "mapper IdentityViewMapper.sessions owner", test = "listsOnlyLiveSessionsOfTheUser")
class IdentityViewMapperTest {
    private static final UserFilter ALL = new UserFilter(null, null, null);
    private final IdSource ids = IdSource.timeOrdered();

    @Autowired
    private IdentityViewMapper views;

    @Autowired
    private UserMapper users;

    @Autowired
    private ProfileMapper profiles;

    @Autowired
    private RefreshTokenMapper tokens;

    @Test
    void readsAccountAndProfileTogether() {
        var ada = joined(People.student("ada"));
        assertThat(views.account(ada.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(new AccountView(
                        ada.id(),
                        ada.login(),
                        ada.person(),
                        ada.standing(),
                        new AccountView.ProfileView("First ada Last ada", null, null, "Europe/Berlin", "de-DE"),
                        NOW,
                        NOW,
                        0));
        assertThat(views.account(People.newId())).isEmpty();
    }

    @Test
    void listsNewestFirstAfterTheKeyOfThePreviousPage() {
        var a = joined(People.student("aaa"));
        var b = joined(People.student("bbb"));
        var c = joined(People.student("ccc"));
        assertThat(views.accounts(ALL, null, 2)).extracting(AccountView::id).containsExactly(c.id(), b.id());
        assertThat(views.accounts(ALL, b.id().value(), 2))
                .extracting(AccountView::id)
                .containsExactly(a.id());
    }

    @ParameterizedTest
    @MethodSource
    void filtersListAndCountAlike(
            @Nullable Role role, @Nullable UserStage stage, @Nullable Boolean active, String[] expected) {
        joined(People.student("student"));
        joined(People.person("expert", Role.EXPERT));
        var off = joined(People.person("off", Role.EXPERT));
        users.setActive(off.id(), false, NOW);
        var filter = new UserFilter(role, stage, active);
        assertThat(views.accounts(filter, null, 9))
                .extracting(account -> account.login().username())
                .containsExactly(expected);
        assertThat(views.count(filter)).isEqualTo(expected.length);
    }

    static Stream<Arguments> filtersListAndCountAlike() {
        return Stream.of(
                Arguments.of(null, null, null, new String[] {"off", "expert", "student"}),
                Arguments.of(Role.EXPERT, null, null, new String[] {"off", "expert"}),
                Arguments.of(null, UserStage.LEAD, true, new String[] {"expert", "student"}),
                Arguments.of(null, UserStage.ALUMNI, null, new String[] {}),
                Arguments.of(Role.EXPERT, UserStage.LEAD, false, new String[] {"off"}));
    }

    @Test
    void listsOnlyLiveSessionsOfTheUser() {
        var ada = joined(People.student("ada"));
        var first = opened(ada, NOW);
        var second = opened(ada, NOW.plusSeconds(9));
        var ended = opened(ada, NOW);
        tokens.revoke(ada.id(), ended.familyId(), NOW);
        opened(joined(People.student("bob")), NOW);

        var now = NOW.plusSeconds(10);
        assertThat(views.sessions(ada.id(), first.familyId(), now, null, 9))
                .containsExactly(
                        new SessionView(
                                second.familyId(),
                                NOW.plusSeconds(9),
                                NOW.plusSeconds(9),
                                "Browser",
                                "192.0.2.7",
                                false),
                        new SessionView(first.familyId(), NOW, NOW, "Browser", "192.0.2.7", true));
        assertThat(views.sessions(
                        ada.id(), first.familyId(), now, second.familyId().value(), 9))
                .extracting(SessionView::id)
                .containsExactly(first.familyId());
        assertThat(views.sessions(ada.id(), first.familyId(), NOW.plus(RefreshToken.MAX_IDLE), null, 9))
                .extracting(SessionView::id)
                .containsExactly(second.familyId());
    }

    @Test
    void aSessionIsLiveForItsUserAndRoleUntilItEnds() {
        var ada = joined(People.student("ada"));
        var bob = joined(People.student("bob"));
        var session = opened(ada, NOW);
        assertThat(isLive(session, ada)).isTrue();
        assertThat(isLive(session, bob)).isFalse();
        assertThat(views.isLive(session.familyId(), ada.id(), Role.ADMIN, NOW)).isFalse();
        assertThat(views.isLive(session.familyId(), ada.id(), Role.STUDENT, session.expiresAt()))
                .isFalse();
        users.setActive(ada.id(), false, NOW);
        assertThat(isLive(session, ada)).isFalse();
        users.setActive(ada.id(), true, NOW);
        tokens.revoke(ada.id(), session.familyId(), NOW);
        assertThat(isLive(session, ada)).isFalse();
    }

    private boolean isLive(RefreshToken session, User user) {
        return views.isLive(session.familyId(), user.id(), Role.STUDENT, NOW);
    }

    @Test
    void aRenewedSessionShowsItsLoginAndItsLastUse() {
        var ada = joined(People.student("ada"));
        var first = opened(ada, NOW);
        var later = NOW.plusSeconds(60);
        var next = first.successor(
                new RefreshTokenId(ids.next()), Fingerprint.ofSecret("next"), new Client(null, null), later);
        tokens.rotate(first.id(), next.id(), later);
        tokens.insert(next);
        assertThat(views.sessions(ada.id(), first.familyId(), later, null, 9))
                .containsExactly(new SessionView(first.familyId(), NOW, later, null, null, true));
    }

    private User joined(User user) {
        users.insert(user, People.PASSWORD_HASH);
        profiles.insert(People.registration(user.login().username()).profile(user.id(), NOW));
        return user;
    }

    private RefreshToken opened(User user, Instant now) {
        var token = RefreshToken.open(
                new RefreshTokenId(ids.next()),
                new SessionId(ids.next()),
                user.id(),
                Fingerprint.ofSecret(ids.next().toString()),
                new Client("192.0.2.7", "Browser"),
                now);
        tokens.insert(token);
        return token;
    }
}
