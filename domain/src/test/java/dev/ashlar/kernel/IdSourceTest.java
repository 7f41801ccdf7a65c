// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdSourceTest {
    /** PostgreSQL's order of uuid: byte by byte, unsigned. Java's compareTo is signed and would disagree. */
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    @Test
    void givesKeysInTheOrderOfTime() {
        var keys = Stream.generate(IdSource.timeOrdered()::next).limit(10_000).toList();

        assertThat(keys).doesNotHaveDuplicates().isSortedAccordingTo(AS_STORED);
        assertThat(keys).allMatch(key -> key.version() == 7);
    }
}
