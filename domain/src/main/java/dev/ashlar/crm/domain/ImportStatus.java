// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an import of leads. */
public enum ImportStatus {
    /** The file is stored, and the importer may look at its first rows. */
    PREVIEWED,
    /** Rows become leads, batch by batch. */
    RUNNING,
    /** Each row has an outcome. */
    FINISHED,
    /** An error has stopped the run; rows without an outcome are left. */
    FAILED;

    /** Transitions between the states. */
    public static final Lifecycle<ImportStatus> LIFECYCLE = Lifecycle.startingAt(PREVIEWED)
            .may(PREVIEWED, RUNNING, "run")
            .may(RUNNING, FINISHED, "all rows have outcomes")
            .may(RUNNING, FAILED, "stopped by an error")
            .may(FAILED, RUNNING, "resumed")
            .build();
}
