// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataEntryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"a", "support.contact", "login-page.text2"})
    void takesWordsAsAKey(String key) {
        assertThat(entry(key, "1", "A fact.").key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", ".a", "a.", "a..b", "a_b", "a b", "ä"})
    void refusesAnyOtherKey(String key) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> entry(key, "1", "A fact."));
    }

    @Test
    void hasBounds() {
        assertThat(entry("a".repeat(80), "1".repeat(10_000), "x".repeat(500)).version())
                .isZero();
        assertRefused(KernelProblem.INVALID_REQUEST, () -> entry("a".repeat(81), "1", "A fact."));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> entry("a", "1".repeat(10_001), "A fact."));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> entry("a", "1", "x".repeat(501)));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> entry("a", "1", " "));
    }

    @Test
    void keepsItsKeyWhenItIsReplaced() {
        var replaced = entry("a", "1", "Old.").replaced("2", "New.", NOW.plusSeconds(1));
        assertThat(replaced.key()).isEqualTo("a");
        assertThat(replaced.value()).isEqualTo("2");
        assertThat(replaced.description()).isEqualTo("New.");
        assertThat(replaced.createdAt()).isEqualTo(NOW);
        assertThat(replaced.updatedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    private static MetadataEntry entry(String key, String value, String description) {
        return new MetadataEntry(new MetadataEntryId(UUID.randomUUID()), key, value, description, NOW, NOW, 0);
    }
}
