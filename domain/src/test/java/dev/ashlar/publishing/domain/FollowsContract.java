// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Contract of {@link Follows}. */
public abstract class FollowsContract {
    private final UserId reader = user();
    private final UserId author = user();

    protected abstract Follows follows();

    /** True if it is stored that the reader follows the author. */
    protected abstract boolean isFollowing(UserId reader, UserId author);

    @Test
    void goesOneWay() {
        follows().add(reader, author, NOW);
        assertThat(isFollowing(reader, author)).isTrue();
        assertThat(isFollowing(author, reader)).isFalse();
        assertThat(isFollowing(reader, user())).isFalse();
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        follows().add(reader, author, NOW);
        follows().add(reader, author, LATER);
        follows().remove(reader, author);
        assertThat(isFollowing(reader, author)).isFalse();
    }

    @Test
    void takingBackConcernsTheseTwo() {
        var other = user();
        follows().add(reader, author, NOW);
        follows().add(reader, other, NOW);
        follows().add(other, author, NOW);
        follows().remove(reader, author);
        follows().remove(reader, author);
        assertThat(isFollowing(reader, author)).isFalse();
        assertThat(isFollowing(reader, other)).isTrue();
        assertThat(isFollowing(other, author)).isTrue();
    }
}
