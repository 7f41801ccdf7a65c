// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link LeadTags} for tests of one thread. */
final class InMemoryLeadTags implements LeadTags {
    private final Map<LeadTagId, LeadTag> tags = new LinkedHashMap<>();
    private final Map<LeadId, Set<LeadTagId>> links = new LinkedHashMap<>();

    List<LeadTag> all() {
        return List.copyOf(tags.values());
    }

    Set<LeadTagId> of(LeadId lead) {
        return links.computeIfAbsent(lead, id -> new LinkedHashSet<>());
    }

    @Override
    public void insert(LeadTag tag) {
        tags.put(tag.id(), tag);
    }

    @Override
    public Set<LeadTagId> existing(Collection<LeadTagId> ids) {
        return ids.stream().filter(tags::containsKey).collect(Collectors.toSet());
    }

    @Override
    public int link(LeadId lead, Collection<LeadTagId> added, UserId actor, Instant at) {
        int before = of(lead).size();
        of(lead).addAll(added);
        return of(lead).size() - before;
    }

    @Override
    public int unlinkOthers(LeadId lead, Collection<LeadTagId> kept) {
        int before = of(lead).size();
        of(lead).retainAll(kept);
        return before - of(lead).size();
    }

    @Override
    public int copy(LeadId from, LeadId to) {
        int before = of(to).size();
        of(to).addAll(of(from));
        return of(to).size() - before;
    }
}
