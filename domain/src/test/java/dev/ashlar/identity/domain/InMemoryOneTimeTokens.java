// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link OneTimeTokens} without a database, for tests of one thread. */
public class InMemoryOneTimeTokens implements OneTimeTokens {
    private final Map<OneTimeTokenId, Row> rows = new LinkedHashMap<>();
    private final Users users;

    public InMemoryOneTimeTokens(Users users) {
        this.users = users;
    }

    /** Returns every token, oldest first. */
    public List<OneTimeToken> all() {
        return rows.values().stream().map(row -> row.token).toList();
    }

    /** Returns the tokens that are neither consumed nor withdrawn, oldest first. */
    public List<OneTimeToken> open() {
        return where(row -> row.consumedAt == null).map(row -> row.token).toList();
    }

    /** True if the token has been given a secret. */
    public boolean isArmed(OneTimeTokenId id) {
        return row(id).tokenHash != null;
    }

    @Override
    public void insert(OneTimeToken token) {
        if (open().stream()
                .anyMatch(other -> other.userId().equals(token.userId()) && other.purpose() == token.purpose())) {
            throw new IllegalStateException("Two valid tokens of one user and purpose.");
        }
        rows.put(token.id(), new Row(token));
    }

    @Override
    public List<DueMail> lockDue(TokenPurpose purpose, Instant now, int maxAttempts, int limit) {
        return where(row -> row.token.purpose() == purpose
                        && row.sentAt == null
                        && row.consumedAt == null
                        && !row.nextAttemptAt.isAfter(now)
                        && row.attempts < maxAttempts)
                .sorted(Comparator.comparing(row -> row.nextAttemptAt))
                .flatMap(row -> users.find(row.token.userId()).filter(User::active).stream()
                        .map(user -> new DueMail(
                                row.token.id(),
                                purpose,
                                row.token.recipient(),
                                user.person().firstName())))
                .limit(limit)
                .toList();
    }

    @Override
    public void arm(List<OneTimeTokenId> ids, List<String> hashes, Instant expiresAt, Instant now, long pauseSeconds) {
        for (int i = 0; i < ids.size(); i++) {
            var row = row(ids.get(i));
            row.tokenHash = hashes.get(i);
            row.expiresAt = expiresAt;
            row.attempts++;
            row.nextAttemptAt = now.plusSeconds(row.attempts * pauseSeconds);
        }
    }

    @Override
    public void markSent(List<OneTimeTokenId> ids, Instant now) {
        where(row -> ids.contains(row.token.id()) && row.sentAt == null).forEach(row -> row.sentAt = now);
    }

    @Override
    public Optional<UserId> find(String tokenHash, TokenPurpose purpose, Instant now) {
        return usable(tokenHash, purpose, now).map(row -> row.token.userId());
    }

    @Override
    public Optional<UserId> consume(String tokenHash, TokenPurpose purpose, Instant now) {
        var found = usable(tokenHash, purpose, now);
        found.ifPresent(row -> row.consumedAt = now);
        return found.map(row -> row.token.userId());
    }

    @Override
    public void withdraw(UserId userId, TokenPurpose purpose, Instant now) {
        where(row -> row.token.userId().equals(userId) && row.token.purpose() == purpose && row.consumedAt == null)
                .forEach(row -> row.consumedAt = now);
    }

    @Override
    public void deleteAll(UserId userId) {
        rows.values().removeIf(row -> row.token.userId().equals(userId));
    }

    @Override
    public int deleteCreatedBefore(Instant bound, int limit) {
        var old = where(row -> row.token.createdAt().isBefore(bound))
                .limit(limit)
                .map(row -> row.token.id())
                .toList();
        rows.keySet().removeAll(old);
        return old.size();
    }

    private Optional<Row> usable(String tokenHash, TokenPurpose purpose, Instant now) {
        return where(row -> tokenHash.equals(row.tokenHash)
                        && row.token.purpose() == purpose
                        && row.consumedAt == null
                        && row.expiresAt != null
                        && row.expiresAt.isAfter(now))
                .findAny();
    }

    private Row row(OneTimeTokenId id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private Stream<Row> where(Predicate<Row> condition) {
        return rows.values().stream().filter(condition);
    }

    private static final class Row {
        final OneTimeToken token;
        Instant nextAttemptAt;
        int attempts;

        @Nullable
        String tokenHash;

        @Nullable
        Instant expiresAt;

        @Nullable
        Instant consumedAt;

        @Nullable
        Instant sentAt;

        Row(OneTimeToken token) {
            this.token = token;
            this.nextAttemptAt = token.createdAt();
        }
    }
}
