// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lead that was compared with all older ones of a scope.
 *
 * @param olderId oldest one that is probably the same person; null if there is none
 * @param reason similarity to the older one; null if there is none
 */
public record LeadComparison(
        LeadView lead, @Nullable LeadId olderId, @Nullable DuplicateReason reason) {
    /** Returns the duplicate that was found, if any. */
    public Stream<DuplicateView> duplicate() {
        return olderId == null || reason == null ? Stream.empty() : Stream.of(new DuplicateView(lead, olderId, reason));
    }
}
