// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.web.LargeAnswers.NoMemory;
import dev.ashlar.ai.web.LargeAnswers.Share;
import dev.ashlar.kernel.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Memory of answers in one piece. */
class LargeAnswersTest {
    private static final int LARGE = LargeAnswers.SMALL + 1;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final LargeAnswers answers = new LargeAnswers();
    private final CallWatch watch = new CallWatch();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void letsALargeAnswerWaitUntilAnotherCallHasEnded() throws Exception {
        var others = readByOthers();
        var waiting = Thread.ofPlatform().start(() -> readLarge("read"));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        events.add("ended");
        others.getFirst().close();
        assertThat(waiting.join(IDLE)).isTrue();
        assertThat(events).containsExactly("ended", "read");
    }

    @Test
    void waitsNoLongerThanTheCall() throws IOException {
        readByOthers();
        try (var share = answers.share(user())) {
            var late = watch.watch(() -> {}, () -> false, System.nanoTime());
            assertThatExceptionOfType(NoMemory.class).isThrownBy(() -> share.take(late));
            var abandoned = watch.watch(() -> {}, () -> true, System.nanoTime() + IDLE.toNanos());
            assertThatExceptionOfType(NoMemory.class).isThrownBy(() -> share.take(abandoned));
        }
    }

    /** Clients of one user that read slowly must not make everybody else wait. */
    @Test
    void givesAUserHalfOfTheMemoryAtMost() throws IOException {
        var user = user();
        for (int number = 0; number < LargeAnswers.MOST_OF_A_USER; number++) {
            read(LARGE, answers.share(user));
        }
        var late = watch.watch(() -> {}, () -> false, System.nanoTime());
        assertThatExceptionOfType(NoMemory.class)
                .isThrownBy(() -> answers.share(user).take(late));
        assertThat(read(LARGE, answers.share(user()))).hasSize(LARGE);
    }

    @Test
    void givesTheMemoryBackWhenTheCallHasEnded() throws IOException {
        for (var share : readByOthers()) {
            share.close();
        }
        assertThat(readByOthers()).hasSize(LargeAnswers.MOST);
    }

    @Test
    void readsSmallAnswersWithoutWaiting() throws IOException {
        readByOthers();
        assertThat(read(LargeAnswers.SMALL, answers.share(user()))).hasSize(LargeAnswers.SMALL);
    }

    @Test
    void holdsOneLargeAnswerOfACallAtATime() throws IOException {
        try (var share = answers.share(user())) {
            for (int attempt = 0; attempt <= LargeAnswers.MOST; attempt++) {
                assertThat(read(LARGE, share)).hasSize(LARGE);
            }
        }
        assertThat(readByOthers()).hasSize(LargeAnswers.MOST);
    }

    private static UserId user() {
        return new UserId(UUID.randomUUID());
    }

    /** Takes all memory of large answers. */
    private List<Share> readByOthers() throws IOException {
        var shares = Stream.generate(() -> answers.share(user()))
                .limit(LargeAnswers.MOST)
                .toList();
        for (var share : shares) {
            read(LARGE, share);
        }
        return shares;
    }

    private void readLarge(String event) {
        try (var share = answers.share(user())) {
            read(LARGE, share);
            events.add(event);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] read(int size, Share share) throws IOException {
        var watched = watch.watch(() -> {}, () -> false, System.nanoTime() + IDLE.toNanos());
        try (var answer =
                new ProviderAnswer(200, "application/json", new ByteArrayInputStream(new byte[size]), watched)) {
            return answer.readAll(Integer.MAX_VALUE, IDLE, share);
        }
    }
}
