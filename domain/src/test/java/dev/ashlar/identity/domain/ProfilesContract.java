package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import org.junit.jupiter.api.Test;

/** What every {@link Profiles} does. */
public abstract class ProfilesContract {
    protected abstract Profiles profiles();

    /** Somebody to have a profile. */
    protected abstract User person(String name);

    @Test
    void givesBackWhatWasInserted() {
        var profile = Profile.of(person("ada").id(), People.registration("ada"), NOW);
        profiles().insert(profile);
        assertThat(profiles().find(profile.userId()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(profile);
        assertThat(profiles().find(People.newId())).isEmpty();
    }

    @Test
    void storesAnEdit() {
        var profile = Profile.of(person("ada").id(), People.registration("ada"), NOW);
        profiles().insert(profile);
        var edited = profile.with(
                new ProfileEdit(
                        Change.to("Countess"),
                        Change.to("Writes programs.\nFor an engine."),
                        Change.to("https://example.org/ada.png"),
                        Change.to("Europe/London"),
                        Change.to("en-GB")),
                NOW.plusSeconds(1));
        profiles().update(edited);
        assertThat(profiles().find(profile.userId()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(edited);
    }
}
