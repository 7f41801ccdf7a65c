// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All ports of crm for tests of one thread. */
public final class InMemoryCrm {
    private final InMemoryLeads leads = new InMemoryLeads();
    private final InMemoryLeadTags tags = new InMemoryLeadTags();
    private final InMemorySalesHeads heads = new InMemorySalesHeads();
    private final InMemoryImports imports = new InMemoryImports();
    private final List<LeadActivity> activities = new ArrayList<>();

    /** Returns the ports. */
    public CrmStores ports() {
        return new CrmStores(leads, new History(), tags, heads);
    }

    /** Returns the ports of imports. */
    public ImportStores importPorts() {
        return new ImportStores(imports, new InMemoryImportedLeads(leads), leads);
    }

    /** Returns the imports. */
    public InMemoryImports imports() {
        return imports;
    }

    /** Returns all leads in the order of their creation. */
    public List<Lead> leads() {
        return leads.all();
    }

    /** Returns all activities, oldest first. */
    public List<LeadActivity> activities() {
        return List.copyOf(activities);
    }

    /** Returns all tags in the order of their creation. */
    public List<LeadTag> tags() {
        return tags.all();
    }

    /** Returns the tags of a lead. */
    public Set<LeadTagId> tagsOf(LeadId lead) {
        return Set.copyOf(tags.of(lead));
    }

    private final class History implements LeadActivities {
        @Override
        public void insert(List<LeadActivity> added) {
            activities.addAll(added);
        }

        @Override
        public void delete(Collection<LeadId> erased) {
            activities.removeIf(activity -> erased.contains(activity.leadId()));
        }
    }
}
