// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;

/**
 * Word by which leads are sorted.
 *
 * @param name unique whatever its case
 */
public record LeadTag(LeadTagId id, String name, Instant createdAt) {
    /** Maximum length of a name. */
    public static final int MAX_NAME = 40;
    /** Maximum number of tags of one lead. */
    public static final int MAX_PER_LEAD = 20;

    /** Checks and creates a tag. */
    public static LeadTag of(LeadTagId id, String name, Instant at) {
        return new LeadTag(id, Fields.name("/name", name, MAX_NAME), at);
    }
}
