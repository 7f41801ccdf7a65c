// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.StoredAnswer;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class IdempotencyTest {
    private static final String HASH = "a".repeat(64);
    private static final String OTHER_HASH = "b".repeat(64);

    private final Idempotency idempotency;
    private final MovableClock clock;
    private final JdbcClient owner;
    private final UserId principal = new UserId(IdSource.timeOrdered().next());
    private final AtomicInteger effects = new AtomicInteger();

    @Autowired
    IdempotencyTest(Idempotency idempotency, MovableClock clock, FreshDatabase.Switch database) {
        this.idempotency = idempotency;
        this.clock = clock;
        this.owner = database.database().psql();
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
        var first = once("key", HASH);

        assertThat(once("key", HASH)).isEqualTo(first);
        assertThat(effects).hasValue(1);
    }

    @Test
    void storesAnAnswerWithoutALocation() {
        var answer = new StoredAnswer(200, null, "{}");

        assertThat(idempotency.once(principal, "key", HASH, () -> answer)).isEqualTo(answer);
        assertThat(once("key", HASH)).isEqualTo(answer);
    }

    @RepeatedTest(5)
    void runsOneOfManyConcurrentRequests() {
        var answers = Together.run(32, () -> once("key", HASH));

        assertThat(answers).allMatch(Together.Outcome::succeeded);
        assertThat(answers.stream().map(Together.Outcome::value).distinct()).hasSize(1);
        assertThat(effects).hasValue(1);
    }

    @Test
    void refusesAKeyOfAnotherRequest() {
        once("key", HASH);

        var refusal = assertRefused(KernelProblem.IDEMPOTENCY_KEY_REUSED, () -> once("key", OTHER_HASH));

        assertThat(refusal.errors()).extracting(error -> error.pointer()).containsExactly("Idempotency-Key");
        assertThat(effects).hasValue(1);
    }

    @Test
    void separatesTheKeysOfTwoPersons() {
        once("key", HASH);

        idempotency.once(new UserId(UUID.randomUUID()), "key", OTHER_HASH, this::effect);

        assertThat(effects).hasValue(2);
    }

    @Test
    void storesNothingForARefusal() {
        assertRefused(
                KernelProblem.FORBIDDEN,
                () -> idempotency.once(principal, "key", HASH, () -> {
                    throw KernelProblem.FORBIDDEN.because("Not yet.");
                }));
        assertThat(storedKeys()).isZero();

        once("key", OTHER_HASH);
        assertThat(effects).hasValue(1);
    }

    @Test
    void deletesKeysAfterADay() {
        once("old", HASH);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        once("new", HASH);

        idempotency.forgetOld();

        assertThat(storedKeys()).isEqualTo(1);
        once("old", OTHER_HASH);
        assertThat(effects).hasValue(3);
    }

    private StoredAnswer once(String key, String hash) {
        return idempotency.once(principal, key, hash, this::effect);
    }

    private StoredAnswer effect() {
        return new StoredAnswer(201, "/things/1", "{\"effect\": " + effects.incrementAndGet() + "}");
    }

    private long storedKeys() {
        return owner.sql("SELECT count(*) FROM kernel.idempotency_keys WHERE principal_id = ?")
                .param(principal.value())
                .query(Long.class)
                .single();
    }
}
