// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a list of leads; null omits a condition.
 *
 * @param words part of name, email address or phone number, whatever its case and accents
 */
public record LeadFilter(
        @Nullable LeadStatus status,
        @Nullable UserId ownerId,
        @Nullable String source,
        @Nullable LeadTagId tagId,
        @Nullable String words) {
    /** Maximum length of the words. */
    public static final int MAX_WORDS = 100;

    public LeadFilter {
        words = Fields.optionalText("q", words, MAX_WORDS);
    }

    /** Returns the filter of all leads. */
    public static LeadFilter none() {
        return new LeadFilter(null, null, null, null, null);
    }
}
