// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

class InMemoryLeadsTest extends LeadsContract {
    private final InMemoryCrm crm = new InMemoryCrm();

    @Override
    protected CrmStores stores() {
        return crm.ports();
    }
}
