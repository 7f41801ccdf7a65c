// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of the imports of one person on one platform whose files are stored. */
public interface LeadImportViews {
    /** Finds an import by its key. */
    Optional<LeadImportView> leadImport(String platform, UserId owner, LeadImportId id);

    /** Lists at most {@code limit} imports before {@code beforeId}, newest first. */
    List<LeadImportView> leadImports(String platform, UserId owner, @Nullable UUID beforeId, int limit);

    /** Lists at most {@code limit} rows after {@code afterNumber} in the order of the file; null includes all outcomes. */
    List<LeadImportRowView> rows(
            String platform,
            UserId owner,
            LeadImportId id,
            @Nullable RowOutcome outcome,
            @Nullable Long afterNumber,
            int limit);
}
