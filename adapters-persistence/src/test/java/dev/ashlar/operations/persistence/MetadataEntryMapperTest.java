// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.MetadataEntries;
import dev.ashlar.operations.domain.MetadataEntriesContract;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper MetadataEntryMapper.delete version", test = "deletesTheVersionThatWasRead")
class MetadataEntryMapperTest extends MetadataEntriesContract {
    @Autowired
    private MetadataEntries entries;

    @Override
    protected MetadataEntries entries() {
        return entries;
    }
}
