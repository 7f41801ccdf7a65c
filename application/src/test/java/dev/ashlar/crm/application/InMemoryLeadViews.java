// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.InMemoryCrm;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadScope;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Views of crm over stores in memory. */
final class InMemoryLeadViews implements LeadViews {
    private final InMemoryCrm stores;

    InMemoryLeadViews(InMemoryCrm stores) {
        this.stores = stores;
    }

    @Override
    public Optional<LeadView> lead(LeadScope scope, LeadId id) {
        return stores.ports().leads().find(scope, id).map(InMemoryLeadViews::view);
    }

    @Override
    public List<LeadView> leads(LeadScope scope, LeadFilter filter, @Nullable UUID beforeId, int limit) {
        return visible(scope)
                .filter(lead -> filter.status() == null || lead.status() == filter.status())
                .map(InMemoryLeadViews::view)
                .limit(limit)
                .toList();
    }

    @Override
    public long countLeads(LeadScope scope, LeadFilter filter) {
        return leads(scope, filter, null, Integer.MAX_VALUE).size();
    }

    @Override
    public List<LeadTagView> tagsOf(LeadScope scope, LeadId id) {
        return stores.tags().stream()
                .filter(tag -> stores.tagsOf(id).contains(tag.id()))
                .map(LeadTagView::of)
                .toList();
    }

    @Override
    public List<LeadActivityView> activities(LeadScope scope, LeadId id, @Nullable UUID beforeId, int limit) {
        return stores.activities().stream()
                .filter(activity -> isOf(activity, id))
                .map(LeadActivityView::of)
                .toList()
                .reversed()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<LeadComparison> comparisons(LeadScope scope, @Nullable UUID beforeId, int limit) {
        return visible(scope).filter(lead -> beforeId == null || isOlder(lead, beforeId)).toList().reversed().stream()
                .limit(limit)
                .map(lead -> compared(scope, lead))
                .toList();
    }

    private LeadComparison compared(LeadScope scope, Lead lead) {
        return visible(scope)
                .filter(other -> isOlder(other, lead.id().value()))
                .filter(other -> lead.contact().name().equals(other.contact().name()))
                .findFirst()
                .map(other -> new LeadComparison(view(lead), other.id(), DuplicateReason.NAME))
                .orElseGet(() -> new LeadComparison(view(lead), null, null));
    }

    private static boolean isOlder(Lead lead, UUID than) {
        return lead.id().value().toString().compareTo(than.toString()) < 0;
    }

    @Override
    public List<PipelineCount> pipeline(LeadScope scope) {
        return visible(scope)
                .filter(lead -> lead.status() != LeadStatus.ARCHIVED)
                .map(lead -> new PipelineCount(
                        lead.status(), lead.standing().ownerId(), lead.origin().source(), 1))
                .distinct()
                .toList();
    }

    @Override
    public List<OwnLead> ofUser(UserId userId, @Nullable UUID beforeId, int limit) {
        return stores.leads().stream()
                .filter(lead -> isOf(lead, userId) || merged(lead).anyMatch(into -> isOf(into, userId)))
                .map(lead -> new OwnLead(
                        lead.id(),
                        lead.contact(),
                        lead.origin().source(),
                        lead.origin().platform(),
                        lead.createdAt()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<LeadTagView> tags(@Nullable UUID afterId, int limit) {
        return stores.tags().stream().map(LeadTagView::of).limit(limit).toList();
    }

    private static boolean isOf(Lead lead, UserId userId) {
        return userId.equals(lead.origin().userId());
    }

    /** Returns the lead that a lead was merged into, if any. */
    private Stream<Lead> merged(Lead lead) {
        return stores.leads().stream()
                .filter(other -> other.id().equals(lead.standing().mergedIntoId()));
    }

    private boolean isOf(LeadActivity activity, LeadId id) {
        return activity.leadId().equals(id)
                || stores.leads().stream()
                        .anyMatch(lead -> lead.id().equals(activity.leadId())
                                && Objects.equals(lead.standing().mergedIntoId(), id));
    }

    private Stream<Lead> visible(LeadScope scope) {
        return stores.leads().stream().filter(scope::includes);
    }

    private static LeadView view(Lead lead) {
        return LeadView.of(lead, lead.version());
    }
}
