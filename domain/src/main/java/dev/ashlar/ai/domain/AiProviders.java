// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Providers of language models. Deleted ones are not found, but stay for good, because interactions refer to them. */
public interface AiProviders {
    /** Largest number of {@link #candidates}. */
    int MAX_CANDIDATES = 20;

    /**
     * Stores a new provider; a taken name, in whatever case, violates a unique constraint.
     *
     * @param secret secret of the provider; null if it has none
     */
    void insert(AiProvider provider, @Nullable SealedSecret secret);

    Optional<AiProvider> find(AiProviderId id);

    /**
     * Returns active providers that serve a model, in the order in which they are called: the default first, then by priority and id.
     *
     * @param model exact name of a model; if it is not active, nothing is returned
     */
    List<ChatCandidate> candidates(String model);

    /** Returns active providers in the order in which they are called, at most {@value #MAX_CANDIDATES}. */
    List<AiProvider> active();

    /** Returns the secret of a provider; empty if it has none. */
    Optional<SealedSecret> secretOf(AiProviderId id);

    /**
     * Stores an edited provider if it still has the version; returns false otherwise.
     *
     * @param secret new secret; null keeps the stored one
     */
    boolean update(AiProvider edited, @Nullable SealedSecret secret, int expectedVersion);

    /** Makes an active provider the only default. Returns false if there is no such provider; the caller then rolls back. */
    boolean makeDefault(AiProviderId id, Instant now);

    /** Deletes a provider softly, takes it out of use and its secret out of the database. Returns false unless it has the version. */
    boolean delete(AiProviderId id, int expectedVersion, Instant now);

    /** Takes a deletion back; the provider is out of use and without a secret. Returns false if it is not deleted. */
    boolean restore(AiProviderId id, Instant now);

    /**
     * Returns the next providers whose secrets were sealed under one of these keys, in the order of their ids.
     *
     * @param after last provider that was read; null to begin
     */
    List<AiProviderId> sealedUnder(List<String> secretKeyIds, @Nullable AiProviderId after, int limit);

    /** Replaces a secret by the same one under another key; returns false if it was changed meanwhile. */
    boolean reseal(AiProviderId id, SealedSecret current, SealedSecret resealed, Instant now);
}
