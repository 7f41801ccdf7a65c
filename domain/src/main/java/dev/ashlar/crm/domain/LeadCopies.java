// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Rows that leads were made from: those of the legacy system and those of imported files. */
public interface LeadCopies {
    /** Clears name and addresses of rows of the legacy system by their keys or email addresses; returns their number. */
    int eraseRaw(Collection<RawLeadId> ids, List<String> emailKeys);

    /** Clears name and addresses of imported rows by their email addresses; returns their number. */
    int eraseImported(List<String> emailKeys, Instant at);
}
