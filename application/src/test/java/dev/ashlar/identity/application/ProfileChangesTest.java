// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.NO_LIMIT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Announcements of new, edited and erased profiles. */
class ProfileChangesTest {
    private static final Person.Edit NO_PERSON =
            new Person.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep());

    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void announcesTheProfileOfANewUser() {
        var ada = identity.register(People.registration("ada"), PASSWORD);
        assertThat(announced()).isEqualTo(changed(ada.id(), "ada", "First ada Last ada", null, 0));
    }

    @Test
    void announcesAnEditWithTheVersionThatItMakes() {
        var ada = identity.actor("ada", Role.STUDENT);
        var bio = new Profile.Edit(Change.keep(), Change.to("Counts"), Change.keep(), Change.keep(), Change.keep());
        var edited = identity.accounts.edit(ada, 1, NO_PERSON, bio);
        assertThat(announced())
                .isEqualTo(changed(ada.userId(), "ada", "First ada Last ada", "Counts", edited.version()));
    }

    @Test
    void announcesNoEditThatChangesNothing() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.published.clear();
        var nothing = new Profile.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
        identity.accounts.edit(ada, 1, NO_PERSON, nothing);
        assertThat(identity.published).isEmpty();
    }

    @Test
    void announcesAnotherUsername() {
        var ada = identity.actor("ada", Role.STUDENT);
        var login = new Login.Edit(Change.keep(), Change.to("countess"));
        var bio = new Profile.Edit(Change.keep(), Change.to("Counts"), Change.keep(), Change.keep(), Change.keep());
        var edited = identity.credentials.change(ada, session(), login, bio, null, NO_LIMIT);
        assertThat(announced())
                .isEqualTo(changed(ada.userId(), "countess", "First ada Last ada", "Counts", edited.version()));
    }

    @Test
    void announcesTheEmptyProfileOfADeletedAccount() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.published.clear();
        var credentials = identity.users.credentials("ada@example.org").orElseThrow();
        identity.deletion.delete(credentials, null);
        var erased = identity.users.find(ada.userId()).orElseThrow();
        assertThat(identity.published.getFirst())
                .isEqualTo(changed(ada.userId(), erased.login().username(), "Deleted user", null, erased.version()));
    }

    private static ProfileChanged changed(
            UserId user, String username, String displayName, @Nullable String bio, int version) {
        return new ProfileChanged(
                new VersionedProfile(new PublicProfile(user, username, displayName, bio, null), version), People.NOW);
    }

    private Object announced() {
        return identity.published.stream()
                .filter(ProfileChanged.class::isInstance)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private SessionId session() {
        identity.login("ada@example.org", PASSWORD.value());
        return Objects.requireNonNull(identity.refreshTokens.all().getLast()).familyId();
    }
}
