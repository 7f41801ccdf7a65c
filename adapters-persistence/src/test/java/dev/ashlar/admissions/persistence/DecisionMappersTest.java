// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.AdmissionsStores;
import dev.ashlar.admissions.domain.DecisionsContract;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class DecisionMappersTest extends DecisionsContract {
    @Autowired
    private AdmissionMappers mappers;

    @Override
    protected AdmissionsStores stores() {
        return mappers.stores();
    }
}
