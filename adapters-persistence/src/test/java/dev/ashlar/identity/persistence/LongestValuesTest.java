// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Values of the greatest length: the columns take them, and longer ones never reach the columns. */
@PersistenceTest
@RolledBack
@Tag("rule-input-validation")
class LongestValuesTest {
    private static final int EMAIL = 254;
    private static final int USERNAME = 30;
    private static final int NAME = 100;
    private static final int PHONE = 31;
    private static final int DISPLAY_NAME = 201;
    private static final int BIO = 2000;
    private static final int URL = 500;

    @Autowired
    private UserMapper users;

    @Autowired
    private ProfileMapper profiles;

    @Test
    void storesTheLongestValues() {
        var joined = registration(EMAIL, USERNAME, NAME, PHONE);
        var user = User.register(People.newId(), joined, NOW);
        var profile = joined.profile(user.id(), NOW).with(edit(DISPLAY_NAME, BIO, URL), NOW);

        users.insert(user, People.PASSWORD_HASH);
        profiles.insert(profile);

        assertThat(users.find(user.id())).contains(user);
        assertThat(profiles.find(user.id())).contains(profile);
    }

    @ParameterizedTest
    @CsvSource({"255,30,100,31", "254,31,100,31", "254,30,101,31", "254,30,100,32"})
    void refusesOneCharacterMoreBeforeItIsStored(int email, int username, int name, int phone) {
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> registration(email, username, name, phone));
    }

    @ParameterizedTest
    @CsvSource({"202,2000,500", "201,2001,500", "201,2000,501"})
    void refusesOneCharacterMoreOfAProfileBeforeItIsStored(int displayName, int bio, int url) {
        var profile = registration(EMAIL, USERNAME, NAME, PHONE).profile(People.newId(), NOW);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> profile.with(edit(displayName, bio, url), NOW));
    }

    private static Registration registration(int email, int username, int name, int phone) {
        return new Registration(
                "e".repeat(email - "@example.org".length()) + "@example.org",
                "u".repeat(username),
                Person.of("f".repeat(name), "l".repeat(name), "+" + "1".repeat(phone - 1), null),
                null,
                null,
                "mentor");
    }

    private static Profile.Edit edit(int displayName, int bio, int url) {
        return new Profile.Edit(
                Change.to("d".repeat(displayName)),
                Change.to("b".repeat(bio)),
                Change.to("https://" + "a".repeat(url)),
                Change.keep(),
                Change.keep());
    }
}
