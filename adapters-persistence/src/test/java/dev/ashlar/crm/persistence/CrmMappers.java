// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.CrmStores;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Mappers of crm as the ports of the contracts. Lazy: the tests of examples find it, too, and have no contracts. */
@TestComponent
@Lazy
record CrmMappers(LeadMapper leads, LeadActivityMapper activities, LeadTagMapper tags, SalesHeadMapper heads) {
    CrmStores stores() {
        return new CrmStores(leads, activities, tags, heads);
    }
}
