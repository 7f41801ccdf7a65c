// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.CopiedProfiles.profile;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of {@link ProfileCopies}. */
public abstract class ProfileCopiesContract {
    private final UserId ada = user();
    private final UserId bob = user();

    protected abstract ProfileCopies copies();

    /** Returns what is stored of this user. */
    protected abstract Optional<VersionedProfile> stored(UserId user);

    @Test
    void storesAProfileWithAllItsFields() {
        var full = profile(ada, "ada", 0);
        var bare = new VersionedProfile(new PublicProfile(bob, "bob", "Bob", null, null), 3);
        assertThat(copies().store(full, NOW)).isTrue();
        assertThat(copies().store(bare, NOW)).isTrue();
        assertThat(stored(ada)).contains(full);
        assertThat(stored(bob)).contains(bare);
    }

    @Test
    void replacesACopyByALaterVersionOnly() {
        copies().store(profile(ada, "ada", 1), NOW);
        assertThat(copies().store(profile(ada, "countess", 4), LATER)).isTrue();
        assertThat(copies().store(profile(ada, "repeated", 4), LATER)).isFalse();
        assertThat(copies().store(profile(ada, "earlier", 3), LATER)).isFalse();
        assertThat(stored(ada)).contains(profile(ada, "countess", 4));
    }

    @Test
    void replacesAllFields() {
        copies().store(profile(ada, "ada", 1), NOW);
        var erased = new VersionedProfile(new PublicProfile(ada, "deleted-1", "Deleted user", null, null), 2);
        copies().store(erased, LATER);
        assertThat(stored(ada)).contains(erased);
    }

    @Test
    void repairsMissingAndDifferingCopies() {
        copies().store(profile(ada, "stale", 1), NOW);
        assertThat(copies().repair(List.of(profile(ada, "ada", 2), profile(bob, "bob", 0)), LATER))
                .isEqualTo(2);
        assertThat(stored(ada)).contains(profile(ada, "ada", 2));
        assertThat(stored(bob)).contains(profile(bob, "bob", 0));
    }

    @Test
    void repairsACopyThatDiffersInTheSameVersion() {
        copies().store(profile(ada, "ada", 2), NOW);
        var bare = new VersionedProfile(new PublicProfile(ada, "ada", "Known as ada", null, null), 2);
        assertThat(copies().repair(List.of(bare), LATER)).isEqualTo(1);
        assertThat(stored(ada)).contains(bare);
    }

    @Test
    void repairsNeitherEqualNorLaterCopies() {
        copies().store(profile(ada, "ada", 1), NOW);
        copies().store(profile(bob, "robert", 7), NOW);
        assertThat(copies().repair(List.of(profile(ada, "ada", 5), profile(bob, "bob", 6)), LATER))
                .as("ada's account has changed, but not her profile; bob's profile was read before it changed")
                .isZero();
        assertThat(stored(ada)).contains(profile(ada, "ada", 1));
        assertThat(stored(bob)).contains(profile(bob, "robert", 7));
    }

    @Test
    void letsACopyThatIsOutOfDateRefuseNobody() {
        copies().store(profile(ada, "ada", 1), NOW);
        assertThat(copies().store(profile(bob, "ADA", 0), LATER)).isTrue();
        assertThat(stored(bob)).contains(profile(bob, "ADA", 0));
    }
}
