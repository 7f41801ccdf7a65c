// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstantRangeTest {
    @Test
    void includesItsStartAndExcludesItsEnd() {
        var range = range(10, 20L);

        assertThat(range.contains(at(9))).isFalse();
        assertThat(range.contains(at(10))).isTrue();
        assertThat(range.contains(at(19))).isTrue();
        assertThat(range.contains(at(20))).isFalse();
    }

    @Test
    void neverEndsWithoutAnEnd() {
        assertThat(range(10, null).contains(Instant.MAX)).isTrue();
        assertThat(range(10, null).contains(at(9))).isFalse();
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> range(10, 10L));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> range(10, 9L));
    }

    @Test
    void doesNotOverlapARangeThatItMeets() {
        assertThat(range(10, 20L).overlaps(range(20, 30L))).isFalse();
        assertThat(range(20, null).overlaps(range(10, 20L))).isFalse();
    }

    @Property
    void overlapsExactlyIfBothContainAnInstant(
            @ForAll("ranges") InstantRange one, @ForAll("ranges") InstantRange other) {
        // Both include their starts, so the later start is in both if any instant is.
        var laterStart = one.from().isAfter(other.from()) ? one.from() : other.from();

        assertThat(one.overlaps(other)).isEqualTo(one.contains(laterStart) && other.contains(laterStart));
        assertThat(other.overlaps(one)).isEqualTo(one.overlaps(other));
    }

    @Provide
    Arbitrary<InstantRange> ranges() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50),
                        Arbitraries.longs().between(1, 20).injectNull(0.2))
                .as((from, length) -> range(from, length == null ? null : from + length));
    }

    private static InstantRange range(long from, @Nullable Long until) {
        return new InstantRange(at(from), until == null ? null : at(until));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
