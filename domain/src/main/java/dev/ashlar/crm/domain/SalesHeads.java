// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Heads of all sales teams. */
public interface SalesHeads {
    /** Maximum number of heads of a team whose leads the others see. */
    int MAX_PER_TEAM = 50;

    /** Stores a new head, or the new team of one, also of a former one. */
    void appoint(SalesHead head, Instant at);

    /** Ends the rights of an active head; returns false if the person is none. */
    boolean dismiss(UserId head, Instant at);

    /** Lists the first {@link #MAX_PER_TEAM} active heads of the team of an active head, by their ids; none for other people. */
    List<UserId> headsBeside(UserId head);
}
