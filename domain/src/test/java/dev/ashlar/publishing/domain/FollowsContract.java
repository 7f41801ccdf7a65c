package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Contract of {@link Follows}. */
public abstract class FollowsContract {
    private final UserId reader = someone();
    private final UserId author = someone();

    protected abstract Follows follows();

    @Test
    void goesOneWay() {
        follows().add(reader, author, NOW);
        assertThat(follows().contains(reader, author)).isTrue();
        assertThat(follows().contains(author, reader)).isFalse();
        assertThat(follows().contains(reader, someone())).isFalse();
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        follows().add(reader, author, NOW);
        follows().add(reader, author, LATER);
        follows().remove(reader, author);
        assertThat(follows().contains(reader, author)).isFalse();
    }

    @Test
    void takingBackConcernsTheseTwo() {
        var other = someone();
        follows().add(reader, author, NOW);
        follows().add(reader, other, NOW);
        follows().add(other, author, NOW);
        follows().remove(reader, author);
        follows().remove(reader, author);
        assertThat(follows().contains(reader, author)).isFalse();
        assertThat(follows().contains(reader, other)).isTrue();
        assertThat(follows().contains(other, author)).isTrue();
    }
}
