// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.application.LeadTagView;
import dev.ashlar.crm.domain.CrmStores;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.crm.domain.TeamsContract;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class TeamMappersTest extends TeamsContract {
    @Autowired
    private CrmMappers mappers;

    @Autowired
    private LeadViewMapper views;

    @Override
    protected CrmStores stores() {
        return mappers.stores();
    }

    @Override
    protected List<LeadTagId> tagsOf(LeadId lead) {
        return views.tagsOf(Prospects.everyones(), lead).stream()
                .map(LeadTagView::id)
                .toList();
    }
}
