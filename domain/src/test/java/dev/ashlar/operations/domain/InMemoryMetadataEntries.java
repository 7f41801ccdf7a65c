// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link MetadataEntries} without a database. */
public final class InMemoryMetadataEntries implements MetadataEntries {
    private final Map<String, MetadataEntry> byKey = new HashMap<>();

    @Override
    public void insert(MetadataEntry entry) {
        if (byKey.putIfAbsent(entry.key(), entry) != null) {
            throw new IllegalStateException("uq_system_metadata_key");
        }
    }

    @Override
    public Optional<MetadataEntry> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public boolean isStored(MetadataEntry entry) {
        return find(entry.key())
                .filter(stored -> stored.value().equals(entry.value())
                        && stored.description().equals(entry.description()))
                .isPresent();
    }

    @Override
    public boolean update(MetadataEntry replaced, int expectedVersion) {
        var stored = byKey.get(replaced.key());
        boolean current = stored != null && stored.version() == expectedVersion;
        if (current) {
            byKey.put(replaced.key(), next(replaced));
        }
        return current;
    }

    @Override
    public boolean delete(MetadataEntryId id, int expectedVersion) {
        return byKey.values().removeIf(entry -> entry.id().equals(id) && entry.version() == expectedVersion);
    }

    private static MetadataEntry next(MetadataEntry replaced) {
        return new MetadataEntry(
                replaced.id(),
                replaced.key(),
                replaced.value(),
                replaced.description(),
                replaced.createdAt(),
                replaced.updatedAt(),
                replaced.version() + 1);
    }
}
