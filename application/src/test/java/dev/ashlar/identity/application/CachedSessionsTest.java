// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedSessionsTest {
    private final IdentityFixture identity = new IdentityFixture();
    private final Actor ada = identity.actor("ada", Role.STUDENT);
    private final CachedSessions cached = new CachedSessions(identity.sessions, () -> identity.now);
    private UUID session;

    @BeforeEach
    void login() {
        identity.credentials.loginLasting("ada@example.org", PASSWORD.value(), CLIENT);
        session = identity.refreshTokens.all().getLast().familyId().value();
    }

    @Test
    void cachesALiveSessionForSecondsOfReading() {
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isTrue();
        identity.refreshTokens.revokeAll(ada.userId(), identity.now);
        identity.now = identity.now.plus(CachedSessions.FRESH).minusMillis(1);
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isTrue();
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, true))
                .as("for a change")
                .isFalse();
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false))
                .as("once it is known to have ended")
                .isFalse();
    }

    @Test
    void cachesASessionForItsUserAndRoleOnly() {
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isTrue();
        assertThat(cached.isLive(ada.userId(), session, Role.ADMIN, false)).isFalse();
        assertThat(cached.isLive(People.newId(), session, Role.STUDENT, false)).isFalse();
    }

    @Test
    void forgetsALiveSessionAfterSeconds() {
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, true)).isTrue();
        identity.refreshTokens.revokeAll(ada.userId(), identity.now);
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isTrue();
        identity.now = identity.now.plus(CachedSessions.FRESH);
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isFalse();
    }

    @Test
    void forgetsALiveSessionWhenTheClockIsSetBack() {
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isTrue();
        identity.refreshTokens.revokeAll(ada.userId(), identity.now);
        identity.now = identity.now.minusSeconds(1);
        assertThat(cached.isLive(ada.userId(), session, Role.STUDENT, false)).isFalse();
    }
}
