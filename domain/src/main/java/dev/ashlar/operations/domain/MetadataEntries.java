// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.util.Optional;

/** Entries of the system's metadata. */
public interface MetadataEntries {
    /** Stores a new entry; fails if its key is taken. */
    void insert(MetadataEntry entry);

    Optional<MetadataEntry> find(String key);

    /** True if value and description of an entry are stored as they are; white space and order in the JSON do not count. */
    boolean isStored(MetadataEntry entry);

    /** Stores value and description of an entry, and counts its version up; false if the stored version is another one. */
    boolean update(MetadataEntry replaced, int expectedVersion);

    /** Deletes an entry; false if the stored version is another one. */
    boolean delete(MetadataEntryId id, int expectedVersion);
}
