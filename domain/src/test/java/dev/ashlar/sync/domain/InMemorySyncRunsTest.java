// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

class InMemorySyncRunsTest extends SyncRunsContract {
    private final InMemorySyncRuns runs = new InMemorySyncRuns();

    @Override
    protected SyncRuns runs() {
        return runs;
    }
}
