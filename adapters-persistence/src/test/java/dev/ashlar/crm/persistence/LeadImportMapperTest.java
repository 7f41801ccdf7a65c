// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.ImportStores;
import dev.ashlar.crm.domain.LeadImportsContract;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class LeadImportMapperTest extends LeadImportsContract {
    @Autowired
    private LeadImportMapper imports;

    @Autowired
    private ImportedLeadMapper imported;

    @Autowired
    private LeadMapper leads;

    @Override
    protected ImportStores stores() {
        return new ImportStores(imports, imported, leads);
    }
}
