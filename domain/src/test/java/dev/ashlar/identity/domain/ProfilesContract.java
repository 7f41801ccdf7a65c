// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import org.junit.jupiter.api.Test;

/** Contract of {@link Profiles}. */
public abstract class ProfilesContract {
    protected abstract Profiles profiles();

    /** Returns a stored user without profile. */
    protected abstract User person(String name);

    @Test
    void findsAnInsertedProfile() {
        var profile = People.registration("ada").profile(person("ada").id(), NOW);
        profiles().insert(profile);
        assertThat(profiles().find(profile.userId()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(profile);
        assertThat(profiles().find(People.newId())).isEmpty();
    }

    @Test
    void storesAnEdit() {
        var profile = People.registration("ada").profile(person("ada").id(), NOW);
        profiles().insert(profile);
        var edited = profile.with(
                new Profile.Edit(
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
