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
    private final Map<OneTimeTokenId, OneTimeToken> tokens = new LinkedHashMap<>();
    private final Users users;

    public InMemoryOneTimeTokens(Users users) {
        this.users = users;
    }

    /** Every token there is, oldest first. */
    public List<OneTimeToken> all() {
        return List.copyOf(tokens.values());
    }

    @Override
    public void insert(OneTimeToken token) {
        tokens.put(token.id(), token);
    }

    @Override
    public List<DueMail> lockDue(TokenPurpose purpose, Instant now, int maxAttempts, int limit) {
        return where(token -> token.purpose() == purpose
                        && token.sentAt() == null
                        && token.consumedAt() == null
                        && !token.nextAttemptAt().isAfter(now)
                        && token.attempts() < maxAttempts)
                .sorted(Comparator.comparing(OneTimeToken::nextAttemptAt))
                .flatMap(token -> users.find(token.userId()).filter(User::active).stream()
                        .map(user -> new DueMail(token.id(), purpose, user.email(), user.firstName())))
                .limit(limit)
                .toList();
    }

    @Override
    public void arm(List<OneTimeTokenId> ids, List<String> hashes, Instant expiresAt, Instant now, long pauseSeconds) {
        for (int i = 0; i < ids.size(); i++) {
            var token = Objects.requireNonNull(tokens.get(ids.get(i)));
            var attempts = token.attempts() + 1;
            tokens.put(
                    token.id(),
                    new OneTimeToken(
                            token.id(),
                            token.userId(),
                            token.purpose(),
                            hashes.get(i),
                            expiresAt,
                            token.consumedAt(),
                            token.sentAt(),
                            attempts,
                            now.plusSeconds(attempts * pauseSeconds),
                            token.createdAt(),
                            now));
        }
    }

    @Override
    public void markSent(List<OneTimeTokenId> ids, Instant now) {
        where(token -> ids.contains(token.id()) && token.sentAt() == null)
                .toList()
                .forEach(token -> put(token, token.consumedAt(), now, now));
    }

    @Override
    public Optional<UserId> consume(String tokenHash, TokenPurpose purpose, Instant now) {
        var found = where(token -> tokenHash.equals(token.tokenHash())
                        && token.purpose() == purpose
                        && token.consumedAt() == null
                        && token.expiresAt() != null
                        && token.expiresAt().isAfter(now))
                .findAny();
        found.ifPresent(token -> put(token, now, token.sentAt(), now));
        return found.map(OneTimeToken::userId);
    }

    @Override
    public void withdraw(UserId userId, TokenPurpose purpose, Instant now) {
        where(token -> token.userId().equals(userId) && token.purpose() == purpose && token.consumedAt() == null)
                .toList()
                .forEach(token -> put(token, now, token.sentAt(), now));
    }

    @Override
    public int deleteCreatedBefore(Instant bound, int limit) {
        var doomed = where(token -> token.createdAt().isBefore(bound))
                .limit(limit)
                .map(OneTimeToken::id)
                .toList();
        tokens.keySet().removeAll(doomed);
        return doomed.size();
    }

    private Stream<OneTimeToken> where(Predicate<OneTimeToken> condition) {
        return tokens.values().stream().filter(condition);
    }

    private void put(OneTimeToken token, @Nullable Instant consumedAt, @Nullable Instant sentAt, Instant updatedAt) {
        tokens.put(
                token.id(),
                new OneTimeToken(
                        token.id(),
                        token.userId(),
                        token.purpose(),
                        token.tokenHash(),
                        token.expiresAt(),
                        consumedAt,
                        sentAt,
                        token.attempts(),
                        token.nextAttemptAt(),
                        token.createdAt(),
                        updatedAt));
    }
}
