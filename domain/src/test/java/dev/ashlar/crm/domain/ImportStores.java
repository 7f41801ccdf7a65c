// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

/** Ports of imports over one store, with that of all leads. */
public record ImportStores(LeadImports imports, ImportedLeads imported, Leads leads) {}
