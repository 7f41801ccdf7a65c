// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

class InMemoryImportsTest extends LeadImportsContract {
    private final InMemoryCrm crm = new InMemoryCrm();

    @Override
    protected ImportStores stores() {
        return crm.importPorts();
    }
}
