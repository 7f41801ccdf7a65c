// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.util.Collection;
import java.util.List;

/** History of all leads. Callers have found the lead in their scope. */
public interface LeadActivities {
    /** Adds activities. */
    void insert(List<LeadActivity> activities);

    /** Deletes the history of leads that are erased, because reports tell of the person. */
    void delete(Collection<LeadId> leads);
}
