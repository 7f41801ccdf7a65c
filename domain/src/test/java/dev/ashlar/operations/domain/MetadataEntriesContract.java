// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link MetadataEntries}. */
public abstract class MetadataEntriesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    protected abstract MetadataEntries entries();

    @Test
    void storesEveryField() {
        var entry = stored("support.contact");
        assertThat(entries().find("support.contact"))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(entry);
        assertThat(entries().find("support")).isEmpty();
    }

    @Test
    void refusesATakenKey() {
        stored("taken");
        assertThatThrownBy(() -> stored("taken")).hasMessageContaining("uq_system_metadata_key");
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var replaced = stored("a").replaced("[1, 2]", "Others.", NOW.plusSeconds(5));
        assertThat(entries().update(replaced, 1)).isFalse();
        assertThat(entries().update(replaced, 0)).isTrue();
        assertThat(entries().update(replaced, 0)).isFalse();
        assertThat(entries().find("a")).hasValueSatisfying(found -> {
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(replaced);
            assertThat(found.version()).isEqualTo(1);
        });
    }

    @Test
    void knowsWhatIsStored() {
        var entry = stored("a");
        assertThat(entries().isStored(entry)).isTrue();
        assertThat(entries().isStored(entry.replaced("[1]", entry.description(), NOW)))
                .isFalse();
        assertThat(entries().isStored(entry.replaced(entry.value(), "Another.", NOW)))
                .isFalse();
    }

    @Test
    void deletesTheVersionThatWasRead() {
        var entry = stored("a");
        stored("b");
        assertThat(entries().delete(entry.id(), 1)).isFalse();
        assertThat(entries().delete(entry.id(), 0)).isTrue();
        assertThat(entries().delete(entry.id(), 0)).isFalse();
        assertThat(entries().find("a")).isEmpty();
        assertThat(entries().find("b")).isPresent();
    }

    private MetadataEntry stored(String key) {
        var id = new MetadataEntryId(UUID.randomUUID());
        var entry = new MetadataEntry(id, key, "{\"email\": \"a@b.example\"}", "A fact.", NOW, NOW, 0);
        entries().insert(entry);
        return entry;
    }
}
