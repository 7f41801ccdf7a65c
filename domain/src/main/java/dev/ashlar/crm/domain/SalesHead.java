// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;

/**
 * Person who sees the leads of a sales team.
 *
 * @param team name of the team; heads with the same name, whatever its case, see the same leads
 */
public record SalesHead(UserId userId, String team) {
    /** Maximum length of the name of a team. */
    public static final int MAX_TEAM = 60;

    public SalesHead {
        team = Fields.name("/team", team, MAX_TEAM);
    }
}
