// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

/** Ports of crm over one store. */
public record CrmStores(Leads leads, LeadActivities activities, LeadTags tags, SalesHeads heads) {}
