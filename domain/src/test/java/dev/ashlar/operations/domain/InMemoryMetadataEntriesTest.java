// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

class InMemoryMetadataEntriesTest extends MetadataEntriesContract {
    private final InMemoryMetadataEntries entries = new InMemoryMetadataEntries();

    @Override
    protected MetadataEntries entries() {
        return entries;
    }
}
