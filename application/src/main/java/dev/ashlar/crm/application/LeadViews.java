// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadScope;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of leads. No method with a scope returns or counts a lead outside it. Lists are sorted newest first. */
public interface LeadViews {
    /** Finds a lead by its key. */
    Optional<LeadView> lead(LeadScope scope, LeadId id);

    /** Lists at most {@code limit} leads before {@code beforeId}. */
    List<LeadView> leads(LeadScope scope, LeadFilter filter, @Nullable UUID beforeId, int limit);

    /** Counts the leads that the list returns. */
    long countLeads(LeadScope scope, LeadFilter filter);

    /** Lists the tags of a lead by name. */
    List<LeadTagView> tagsOf(LeadScope scope, LeadId id);

    /** Lists at most {@code limit} activities before {@code beforeId} of a lead and of those that were merged into it. */
    List<LeadActivityView> activities(LeadScope scope, LeadId id, @Nullable UUID beforeId, int limit);

    /**
     * Compares the next {@code limit} leads before {@code beforeId} with all older ones of the scope, and returns each with the oldest
     * duplicate of its strongest reason. Archived leads are not compared.
     */
    List<LeadComparison> comparisons(LeadScope scope, @Nullable UUID beforeId, int limit);

    /** Counts leads by status, owner and source, without archived ones, the greatest first: one row more than {@link Pipeline#MAX_COUNTS} at most. */
    List<PipelineCount> pipeline(LeadScope scope);

    /**
     * Lists at most {@code limit} leads before {@code beforeId} that a person is, of all platforms and owners, with those that were
     * merged into them.
     */
    List<OwnLead> ofUser(UserId userId, @Nullable UUID beforeId, int limit);

    /** Lists at most {@code limit} tags after {@code afterId}, oldest first. */
    List<LeadTagView> tags(@Nullable UUID afterId, int limit);
}
