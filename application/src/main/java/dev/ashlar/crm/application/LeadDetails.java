// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import java.util.List;

/** Lead with its tags. */
public record LeadDetails(LeadView lead, List<LeadTagView> tags) {
    public LeadDetails {
        tags = List.copyOf(tags);
    }
}
