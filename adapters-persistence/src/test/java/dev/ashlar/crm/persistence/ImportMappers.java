package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.ImportStores;
import org.springframework.stereotype.Component;

/** Mappers of imports as the ports of the contracts. */
@Component
record ImportMappers(LeadImportMapper imports, ImportedLeadMapper imported, LeadMapper leads) {
    ImportStores stores() {
        return new ImportStores(imports, imported, leads);
    }
}
