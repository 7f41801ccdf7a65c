// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadTag;
import dev.ashlar.crm.domain.LeadTagId;

/** Tag as it is read. */
public record LeadTagView(LeadTagId id, String name) {
    static LeadTagView of(LeadTag tag) {
        return new LeadTagView(tag.id(), tag.name());
    }
}
