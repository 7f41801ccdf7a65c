// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provider of language models. Its secret is no part of it, so that code that reads a provider does not read the secret.
 *
 * @param name unique regardless of case
 * @param version number of changes
 */
public record AiProvider(
        AiProviderId id,
        String name,
        ProviderEndpoint endpoint,
        ProviderPolicy policy,
        ProviderRank rank,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    public static final int MAX_NAME = 100;

    private static final String SECRET = "/secret";

    public AiProvider {
        name = Fields.name("/name", name, MAX_NAME);
        Fields.require(
                !rank.active() || endpoint.isComplete(), SECRET, "must be sent, because an active provider needs one");
    }

    /** Returns the provider after an edit. One that is taken out of use is no longer the default. */
    public AiProvider edited(Edit edit, Instant now) {
        var address = new ProviderEndpoint(
                endpoint.type(),
                changed("/baseUrl", edit.baseUrl(), endpoint.baseUrl()),
                endpoint.authType(),
                endpoint.hasSecret() || edit.secret() != null,
                changed("/settings", edit.settings(), endpoint.settings()));
        requireSecretFor(address, edit.secret());
        return new AiProvider(
                id,
                changed("/name", edit.name(), name),
                address,
                new ProviderPolicy(
                        changed("/contentPolicy", edit.contentPolicy(), policy.contentPolicy()),
                        changed("/unpricedCalls", edit.unpricedCalls(), policy.unpricedCalls())),
                new ProviderRank(
                        changed("/priority", edit.priority(), rank.priority()),
                        changed("/active", edit.active(), rank.active()),
                        rank.isDefault()),
                createdAt,
                now,
                version);
    }

    /** Refuses to let the stored secret go to another server, which the administrator who edits the address may own. */
    private void requireSecretFor(ProviderEndpoint address, @Nullable ProviderSecret sent) {
        Fields.require(
                sent != null || !endpoint.hasSecret() || endpoint.origin().equals(address.origin()),
                SECRET,
                "must be sent with the address of another server");
    }

    private static <T> T changed(String pointer, Change<T> change, T current) {
        var value = change.applyTo(current);
        if (value == null) {
            throw Fields.invalid(pointer, "must not be null");
        }
        return value;
    }

    /**
     * Edit of a provider; absent fields keep their values.
     *
     * @param secret new secret; null keeps the stored one
     */
    public record Edit(
            Change<String> name,
            Change<String> baseUrl,
            Change<ProviderSettings> settings,
            Change<ContentPolicy> contentPolicy,
            Change<UnpricedCalls> unpricedCalls,
            Change<Integer> priority,
            Change<Boolean> active,
            @Nullable ProviderSecret secret) {}
}
