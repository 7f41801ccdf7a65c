package dev.ashlar.kernel.web.slice;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.IdempotencyKeys;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.application.LiveSessions;
import dev.ashlar.kernel.application.StoredAnswer;
import dev.ashlar.kernel.application.ViolatedConstraints;
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
import org.springframework.context.annotation.Import;
import org.springframework.transaction.CannotCreateTransactionException;

/** Web kernel without contexts and without a database. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("dev.ashlar.kernel.web")
@Import(Idempotency.class)
class WebSliceApplication {
    @Bean
    KnownPlatforms knownPlatforms() {
        return Set.of("mentor", "courses")::contains;
    }

    /** All sessions live, except one that has ended, one that the database cannot look up, and the user's for others. */
    @Bean
    LiveSessions liveSessions() {
        return (user, session, role) -> {
            if (session.equals(Caller.UNREADABLE_SESSION)) {
                throw new CannotCreateTransactionException("secret");
            }
            boolean isForeign = session.equals(Caller.SESSION) && !user.value().equals(Caller.USER);
            return !isForeign && !session.equals(Caller.ENDED_SESSION);
        };
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
