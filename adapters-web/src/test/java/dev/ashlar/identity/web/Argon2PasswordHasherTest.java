// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Argon2PasswordHasherTest {
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher();

    @Test
    void refusesPasswordsBeyondItsQueueAndChecksAllOthers() {
        var hash = hasher.hash("correct horse");

        try (var callers = Executors.newCachedThreadPool()) {
            var checks = IntStream.range(0, 140)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> hasher.matches("correct horse", hash), callers))
                    .toList();
            var refusals = checks.stream()
                    .map(Argon2PasswordHasherTest::refusal)
                    .filter(refused -> refused != null)
                    .toList();

            // The queue may fill before a worker takes the first of them.
            assertThat(checks.size() - refusals.size()).isBetween(Argon2PasswordHasher.WAITING, 139);
            assertThat(refusals).allSatisfy(refused -> {
                assertThat(refused.type()).isEqualTo(KernelProblem.UNAVAILABLE);
                assertThat(refused.retryAfter()).isNotNull();
            });
        }
        assertThat(hasher.matches("correct horse", hash)).isTrue();
    }

    private static DomainException refusal(CompletableFuture<Boolean> check) {
        try {
            assertThat(check.join()).isTrue();
            return null;
        } catch (CompletionException refused) {
            return (DomainException) refused.getCause();
        }
    }
}
