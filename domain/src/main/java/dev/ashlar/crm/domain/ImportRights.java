// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Importer, and the leads that the import may change.
 *
 * @param platform code of the platform of the leads
 * @param ownerId importer
 * @param leadOwnerId owner of new leads, and of those that may change; null for an administrator, who changes the leads of all
 */
public record ImportRights(
        String platform, UserId ownerId, @Nullable UserId leadOwnerId) {
    /** Returns the rights of an importer: own leads, also for the head of a team. */
    public static ImportRights of(Actor importer) {
        return new ImportRights(importer.platform(), importer.userId(), importer.isAdmin() ? null : importer.userId());
    }

    /** Returns the leads that the import may change. */
    public LeadScope scope() {
        return new LeadScope(platform, leadOwnerId == null ? null : List.of(leadOwnerId));
    }
}
