// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a lead. */
public enum LeadStatus {
    /** Sales people follow the lead up. */
    ACTIVE,
    /** The lead has become a student. */
    CONVERTED,
    /** The lead has no interest. */
    LOST,
    /** The lead was merged into another one, or the person has deleted the account. */
    ARCHIVED;

    /** Transitions between the states. */
    public static final Lifecycle<LeadStatus> LIFECYCLE = Lifecycle.startingAt(ACTIVE)
            .may(ACTIVE, CONVERTED, "converted, or enrolled")
            .may(ACTIVE, LOST, "no interest")
            .may(ACTIVE, ARCHIVED, "merged or erased")
            .may(LOST, ACTIVE, "reopened")
            .may(LOST, CONVERTED, "enrolled after all")
            .may(LOST, ARCHIVED, "merged or erased")
            .may(CONVERTED, ARCHIVED, "merged or erased")
            .build();
}
