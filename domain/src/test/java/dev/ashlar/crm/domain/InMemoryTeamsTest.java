// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.util.List;

class InMemoryTeamsTest extends TeamsContract {
    private final InMemoryCrm crm = new InMemoryCrm();

    @Override
    protected CrmStores stores() {
        return crm.ports();
    }

    @Override
    protected List<LeadTagId> tagsOf(LeadId lead) {
        return List.copyOf(crm.tagsOf(lead));
    }
}
