// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.CrmStores;
import dev.ashlar.crm.domain.LeadsContract;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper LeadMapper.leadsWith owner", test = "findsNoLeadOfAnotherAccountByAnAddress")
class LeadMappersTest extends LeadsContract {
    @Autowired
    private CrmMappers mappers;

    @Override
    protected CrmStores stores() {
        return mappers.stores();
    }
}
