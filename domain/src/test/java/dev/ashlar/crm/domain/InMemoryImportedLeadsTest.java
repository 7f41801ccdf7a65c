// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

class InMemoryImportedLeadsTest extends ImportedLeadsContract {
    private final InMemoryCrm crm = new InMemoryCrm();

    @Override
    protected ImportStores stores() {
        return crm.importPorts();
    }
}
