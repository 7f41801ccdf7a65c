// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.KpiSnapshots;
import dev.ashlar.operations.domain.KpiSnapshotsContract;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class KpiSnapshotMapperTest extends KpiSnapshotsContract {
    @Autowired
    private KpiSnapshots snapshots;

    @Override
    protected KpiSnapshots snapshots() {
        return snapshots;
    }
}
