package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.ProfileEdit;
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

/** What the domain lets pass the columns take, to the last character; what is longer never reaches them. */
@PersistenceTest
@RolledBack
@Tag("rule-48")
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
    void fit() {
        var joined = registration(EMAIL, USERNAME, NAME, PHONE);
        var user = User.register(People.newId(), joined, NOW);
        var profile = Profile.of(user.id(), joined, NOW).with(edit(DISPLAY_NAME, BIO, URL), NOW);

        users.insert(user, People.PASSWORD_HASH);
        profiles.insert(profile);

        assertThat(users.find(user.id())).contains(user);
        assertThat(profiles.find(user.id())).contains(profile);
    }

    @ParameterizedTest
    @CsvSource({"255,30,100,31", "254,31,100,31", "254,30,101,31", "254,30,100,32"})
    void oneMoreIsRefusedBeforeItIsStored(int email, int username, int name, int phone) {
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> registration(email, username, name, phone));
    }

    @ParameterizedTest
    @CsvSource({"202,2000,500", "201,2001,500", "201,2000,501"})
    void oneMoreInAProfileIsRefusedBeforeItIsStored(int displayName, int bio, int url) {
        var profile = Profile.of(People.newId(), registration(EMAIL, USERNAME, NAME, PHONE), NOW);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> profile.with(edit(displayName, bio, url), NOW));
    }

    private static Registration registration(int email, int username, int name, int phone) {
        return new Registration(
                "e".repeat(email - "@example.org".length()) + "@example.org",
                "u".repeat(username),
                "f".repeat(name),
                "l".repeat(name),
                "+" + "1".repeat(phone - 1),
                null,
                null,
                null,
                "mentor");
    }

    private static ProfileEdit edit(int displayName, int bio, int url) {
        return new ProfileEdit(
                Change.to("d".repeat(displayName)),
                Change.to("b".repeat(bio)),
                Change.to("https://" + "a".repeat(url)),
                Change.keep(),
                Change.keep());
    }
}
