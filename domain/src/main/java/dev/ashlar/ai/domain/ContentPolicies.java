// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.util.Collection;
import java.util.List;

/** Content policies of providers, deleted ones included, because calls of them may be reported late. */
public interface ContentPolicies {
    /** Returns the policies of those providers that exist, in no order. */
    List<Entry> of(Collection<AiProviderId> providers);

    /** Content policy of a provider. */
    record Entry(AiProviderId id, ContentPolicy contentPolicy) {}
}
