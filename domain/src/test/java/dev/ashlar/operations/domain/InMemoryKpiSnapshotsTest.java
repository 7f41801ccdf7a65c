// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

class InMemoryKpiSnapshotsTest extends KpiSnapshotsContract {
    private final InMemoryKpiSnapshots snapshots = new InMemoryKpiSnapshots();

    @Override
    protected KpiSnapshots snapshots() {
        return snapshots;
    }
}
