// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.slice;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.IdempotencyKeys;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.application.LiveSessions;
import dev.ashlar.kernel.application.QuotaService;
import dev.ashlar.kernel.application.Quotas;
import dev.ashlar.kernel.application.SecondFactorAccounts;
import dev.ashlar.kernel.application.StoredAnswer;
import dev.ashlar.kernel.application.ViolatedConstraints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.CannotCreateTransactionException;

/** Web kernel without contexts and without a database. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("dev.ashlar.kernel.web")
@Import({Idempotency.class, QuotaService.class})
class WebSliceApplication {
    @Bean
    KnownPlatforms knownPlatforms() {
        return Set.of("mentor", "courses")::contains;
    }

    /** All sessions live, except one that has ended, one that the database cannot look up, and the user's for others. */
    @Bean
    LiveSessions liveSessions() {
        return (user, session, role, isChange) -> {
            if (session.equals(Caller.UNREADABLE_SESSION)) {
                throw new CannotCreateTransactionException("secret");
            }
            boolean isForeign = session.equals(Caller.SESSION) && !user.value().equals(Caller.USER);
            return !isForeign && !session.equals(Caller.ENDED_SESSION);
        };
    }

    /** No account has a second factor; the mocked service of a context takes precedence. */
    @Bean
    @Fallback
    SecondFactorAccounts secondFactorAccounts() {
        return _ -> false;
    }

    @Bean
    RememberedRefusals rememberedRefusals() {
        return new RememberedRefusals();
    }

    @Bean
    ViolatedConstraints violatedConstraints() {
        return failure -> Optional.empty();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-01-31T09:30:00Z"));
    }

    @Bean
    IdempotencyKeys idempotencyKeys() {
        return new RememberedKeys();
    }

    @Bean
    Quotas quotas() {
        return new UsedQuotas();
    }

    private static final class UsedQuotas implements Quotas {
        private final Map<String, Instant> fullAt = new ConcurrentHashMap<>();

        @Override
        public Optional<Instant> use(String key, Instant now, Instant next, Instant latest) {
            var before = fullAt.getOrDefault(key, now);
            if (before.isAfter(latest)) {
                return Optional.empty();
            }
            var after = before.plus(Duration.between(now, next));
            fullAt.put(key, after);
            return Optional.of(after);
        }

        @Override
        public int deleteFull(Instant by, int limit) {
            return 0;
        }
    }

    private static final class RememberedKeys implements IdempotencyKeys {
        private final Map<String, String> hashes = new ConcurrentHashMap<>();
        private final Map<String, StoredAnswer> answers = new ConcurrentHashMap<>();

        @Override
        public boolean claim(UserId principal, String key, String requestHash, Instant now) {
            return hashes.putIfAbsent(principal + key, requestHash) == null;
        }

        @Override
        public void complete(UserId principal, String key, StoredAnswer answer) {
            answers.put(principal + key, answer);
        }

        @Override
        public Optional<Replay> find(UserId principal, String key) {
            return Optional.ofNullable(answers.get(principal + key))
                    .map(answer -> new Replay(hashes.get(principal + key), answer));
        }

        @Override
        public int deleteOlderThan(Instant bound, int limit) {
            return 0;
        }
    }
}
