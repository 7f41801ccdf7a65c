// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadCopies;
import dev.ashlar.crm.domain.RawLeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys and addresses by which rows were erased. */
final class ErasedCopies implements LeadCopies {
    final Set<RawLeadId> raw = new HashSet<>();
    final Set<String> rawEmails = new HashSet<>();
    final Set<String> importedEmails = new HashSet<>();

    @Override
    public int eraseRaw(Collection<RawLeadId> ids, List<String> emailKeys) {
        raw.addAll(ids);
        rawEmails.addAll(emailKeys);
        return ids.size();
    }

    @Override
    public int eraseImported(List<String> emailKeys, Instant at) {
        importedEmails.addAll(emailKeys);
        return emailKeys.size();
    }
}
