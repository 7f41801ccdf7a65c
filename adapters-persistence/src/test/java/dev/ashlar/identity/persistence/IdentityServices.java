// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.UserRegistered;
import dev.ashlar.identity.application.PeopleSeed;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.AccountMailer;
import dev.ashlar.identity.domain.CallerAddress;
import dev.ashlar.identity.domain.OpenVault;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Services of identity on the real mappers, for tests of several at once. Imported, never scanned. */
@ComponentScan("dev.ashlar.identity.application")
@EnableResilientMethods
class IdentityServices {
    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Newcomers newcomers() {
        return new Newcomers();
    }

    @Bean
    IdSource ids() {
        return IdSource.timeOrdered();
    }

    @Bean
    SecretSource secrets() {
        return () -> UUID.randomUUID().toString();
    }

    @Bean
    AccessTokens accessTokens() {
        return (user, session, kind, now) -> new AccessTokens.AccessToken("access", now.plus(Duration.ofMinutes(15)));
    }

    @Bean
    CountingHasher hasher() {
        return new CountingHasher();
    }

    @Bean
    CallerAddress callerAddress() {
        return () -> Optional.of("192.0.2.7");
    }

    @Bean
    Vault vault() {
        return new OpenVault();
    }

    @Bean
    Outbox outbox() {
        return new Outbox();
    }

    @Bean
    TestPeople people(PeopleSeed seed, Outbox outbox) {
        return new TestPeople(seed, outbox);
    }

    /** Real time, until a test moves it. */
    static final class MovableClock implements InstantSource {
        volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            // To the microsecond, as the database stores it.
            return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Listener in place of the contexts that listen to registrations. */
    static final class Newcomers {
        final List<UserId> seen = new CopyOnWriteArrayList<>();
        volatile boolean failing;

        @EventListener
        void on(UserRegistered event) {
            if (failing) {
                throw new IllegalStateException("The hook fails.");
            }
            seen.add(event.userId());
        }
    }

    /** Hasher that only prefixes and counts its comparisons. */
    static final class CountingHasher implements PasswordHasher {
        final AtomicInteger comparisons = new AtomicInteger();

        @Override
        public String hash(String password) {
            return "a hash as long as hashes are: " + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            comparisons.incrementAndGet();
            return hash.equals(hash(password));
        }
    }

    /** Mailer that keeps the mails. */
    static final class Outbox implements AccountMailer {
        final List<AccountMail> mails = new CopyOnWriteArrayList<>();

        @Override
        public void send(AccountMail mail) {
            mails.add(mail);
        }
    }
}
