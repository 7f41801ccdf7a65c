// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.CrmStores;

/** Mappers of crm as the ports of the contracts. Imported, not found: the tests of examples have no contracts. */
record CrmMappers(LeadMapper leads, LeadActivityMapper activities, LeadTagMapper tags, SalesHeadMapper heads) {
    CrmStores stores() {
        return new CrmStores(leads, activities, tags, heads);
    }
}
