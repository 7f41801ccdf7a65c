// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link RefreshTokens} without a database, for tests of one thread. */
public class InMemoryRefreshTokens implements RefreshTokens {
    private final Map<RefreshTokenId, RefreshToken> tokens = new LinkedHashMap<>();

    /** Returns every token, oldest first. */
    public List<RefreshToken> all() {
        return List.copyOf(tokens.values());
    }

    @Override
    public void insert(RefreshToken token) {
        if (findActive(token.familyId()).isPresent()) {
            throw new IllegalStateException("Two active tokens in one family.");
        }
        tokens.put(token.id(), token);
    }

    @Override
    public Optional<RefreshToken> findByHash(String tokenHash) {
        return tokens.values().stream()
                .filter(token -> token.tokenHash().equals(tokenHash))
                .findAny();
    }

    @Override
    public Optional<RefreshToken> findActive(SessionId family) {
        return tokens.values().stream()
                .filter(token -> isActive(token) && token.familyId().equals(family))
                .findAny();
    }

    @Override
    public boolean rotate(RefreshTokenId id, RefreshTokenId successor, Instant now) {
        var token = tokens.get(id);
        if (token == null || !isActive(token)) {
            return false;
        }
        put(token, new RefreshToken.State(RefreshTokenStatus.ROTATED, successor, now), now);
        return true;
    }

    @Override
    public boolean revoke(UserId userId, SessionId family, Instant now) {
        return revokeWhere(
                token -> token.userId().equals(userId) && token.familyId().equals(family), now);
    }

    @Override
    public void revokeAll(UserId userId, Instant now) {
        revokeWhere(token -> token.userId().equals(userId), now);
    }

    @Override
    public void revokeOthers(UserId userId, SessionId kept, Instant now) {
        revokeWhere(token -> token.userId().equals(userId) && !token.familyId().equals(kept), now);
    }

    @Override
    public void revokeSurplus(UserId userId, int kept, Instant now) {
        var surplus = tokens.values().stream()
                .filter(token -> isActive(token) && token.userId().equals(userId))
                .sorted(Comparator.comparing(RefreshToken::createdAt).reversed())
                .skip(kept)
                .toList();
        revokeWhere(surplus::contains, now);
    }

    @Override
    public void deleteAll(UserId userId) {
        tokens.values().removeIf(token -> token.userId().equals(userId));
    }

    @Override
    public int deleteExpiredBefore(Instant bound, int limit) {
        var expired = tokens.values().stream()
                .filter(token -> token.expiresAt().isBefore(bound))
                .sorted(Comparator.comparing(RefreshToken::expiresAt))
                .limit(limit)
                .map(RefreshToken::id)
                .toList();
        tokens.keySet().removeAll(expired);
        return expired.size();
    }

    private boolean revokeWhere(Predicate<RefreshToken> condition, Instant now) {
        var hit = tokens.values().stream()
                .filter(token -> isActive(token) && condition.test(token))
                .toList();
        hit.forEach(token -> put(token, new RefreshToken.State(RefreshTokenStatus.REVOKED, null, null), now));
        return !hit.isEmpty();
    }

    private static boolean isActive(RefreshToken token) {
        return token.state().status() == RefreshTokenStatus.ACTIVE;
    }

    private void put(RefreshToken token, RefreshToken.State state, Instant updatedAt) {
        tokens.put(
                token.id(),
                new RefreshToken(
                        token.id(),
                        token.session(),
                        token.tokenHash(),
                        state,
                        token.client(),
                        token.expiresAt(),
                        token.createdAt(),
                        updatedAt));
    }
}
