// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.HELLO;
import static dev.ashlar.ai.web.Chats.SECRET;
import static dev.ashlar.ai.web.Chats.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.web.CallOutcome.Blame;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.limits.ClientConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Call whose answer waits for its client or for memory, or fails in Ashlar. */
class ProviderCallTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String COMPLETION = "{\"choices\":[{\"message\":{\"content\":\"" + "x".repeat(MEGABYTE)
            + "\"}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}";

    private final ScriptedProvider provider = new ScriptedProvider();
    private final CallWatch watch = new CallWatch();
    private final ChatLimits limits = new ChatLimits(DataSize.ofMegabytes(8), 3, 2, Duration.ofSeconds(5));
    private final ProviderClient client =
            new ProviderClient(new ProviderAddresses(new AiSettings(true, List.of(), 13)), watch, limits);

    @AfterEach
    void close() {
        client.close();
        watch.close();
        provider.close();
    }

    /** Each piece takes a second, all of them 17. */
    @Test
    @Tag("exhaustive")
    void endsAfterItsTimeInAll() throws IOException {
        provider.answer(exchange -> exchange.json(200, COMPLETION));
        var response = new MockHttpServletResponse();
        var connection = mock(ClientConnection.class);
        doAnswer(call -> {
                    LockSupport.parkNanos(1_000_000_000);
                    call.<ClientConnection.Write>getArgument(0).run();
                    return null;
                })
                .when(connection)
                .write(any());
        try (var memory = new LargeAnswers().share(user())) {
            var outcome = call(new ClientAnswer(connection, response), memory).run();
            assertThat(outcome.blame()).isEqualTo(Blame.CLIENT);
            assertThat(outcome.completion()).isNotNull();
            assertThat(outcome.completion().usage().completionTokens()).isEqualTo(2);
        }
        assertThat(response.getContentAsByteArray()).hasSizeBetween(1, COMPLETION.length() / 2);
        then(connection).should().breakOff();
    }

    /** An error behind half of a JSON text would be part of it. */
    @Test
    void breaksOffAnAnswerInOnePieceWhenItsWriteFailsInAshlar() throws IOException {
        provider.answer(exchange -> exchange.json(200, COMPLETION));
        var response = new MockHttpServletResponse();
        var connection = failingAfter(2); // the head and a piece
        try (var memory = new LargeAnswers().share(user())) {
            var outcome = call(new ClientAnswer(connection, response), memory).run();
            assertThat(outcome.error()).isEqualTo("The call failed in Ashlar.");
            assertThat(outcome.blame()).isEqualTo(Blame.ASHLAR);
            assertThat(outcome.completion().usage().completionTokens()).isEqualTo(2);
        }
        assertThat(response.getContentAsString()).isNotEmpty().doesNotContain("error");
        then(connection).should().breakOff();
    }

    /** The attempt must be recorded all the same. */
    @Test
    void endsAStreamWhoseErrorCannotBeWrittenEither() throws IOException {
        provider.answer(exchange -> {
            exchange.stream();
            exchange.event("{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}");
            exchange.end();
        });
        var response = new MockHttpServletResponse();
        try (var memory = new LargeAnswers().share(user())) {
            var outcome = call(Chats.STREAMED, new ClientAnswer(failingAfter(1), response), memory)
                    .run();
            assertThat(outcome.error()).isEqualTo("The call failed in Ashlar.");
            assertThat(outcome.isFinal()).isTrue();
            assertThat(outcome.blame()).isEqualTo(Blame.ASHLAR);
        }
        assertThat(response.getContentAsString()).isEmpty();
    }

    /** The provider has written no completion, and asks for no money. */
    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "ASHLAR"})
    void keepsTheStatusOfARefusalThatBreaksOff(Blame blame) throws IOException {
        provider.answer(exchange -> exchange.json(422, "{\"error\":{}}"));
        var failure = blame == Blame.CLIENT ? new IOException("left") : new IllegalStateException("broken");
        try (var memory = new LargeAnswers().share(user())) {
            var answer = new ClientAnswer(failingAfter(1, failure), new MockHttpServletResponse());
            var outcome = call(answer, memory).run();
            assertThat(outcome.statusCode()).isEqualTo(422);
            assertThat(outcome.completion()).isNull();
            assertThat(outcome.isFinal()).isTrue();
            assertThat(outcome.blame()).isEqualTo(blame);
        }
    }

    @Test
    void recordsACallWhoseEndFailsInAshlar() throws IOException {
        provider.answer(exchange -> exchange.json(200, COMPLETION));
        var connection = failingAfter(2, new IOException("left"));
        doThrow(new IllegalStateException("broken")).when(connection).breakOff();
        try (var memory = new LargeAnswers().share(user())) {
            var outcome = call(new ClientAnswer(connection, new MockHttpServletResponse()), memory)
                    .run();
            assertThat(outcome.blame()).isEqualTo(Blame.ASHLAR);
            assertThat(outcome.completion().usage().completionTokens()).isEqualTo(2);
        }
    }

    private static ClientConnection failingAfter(int written) throws IOException {
        return failingAfter(written, new IllegalStateException("broken"));
    }

    private static ClientConnection failingAfter(int written, Exception failure) throws IOException {
        var connection = mock(ClientConnection.class);
        var writes = new AtomicInteger();
        doAnswer(call -> {
                    if (writes.incrementAndGet() > written) {
                        throw failure;
                    }
                    call.<ClientConnection.Write>getArgument(0).run();
                    return null;
                })
                .when(connection)
                .write(any());
        return connection;
    }

    @Test
    @Tag("exhaustive")
    void blamesNoProviderForMemoryThatOthersHave() throws IOException {
        provider.answer(exchange -> exchange.json(200, COMPLETION));
        await("everything is loaded").until(() -> {
            var answer = new ClientAnswer(mock(), new MockHttpServletResponse());
            return call(answer, new LargeAnswers().share(user())).run().isFinal();
        });
        var answers = new LargeAnswers();
        var other = watch.watch(
                () -> {}, () -> false, System.nanoTime() + Duration.ofMinutes(1).toNanos());
        for (int number = 0; number < LargeAnswers.MOST; number++) {
            answers.share(user()).take(other);
        }
        var response = new MockHttpServletResponse();
        try (var memory = answers.share(user())) {
            var outcome = call(new ClientAnswer(mock(), response), memory).run();
            assertThat(outcome.blame()).isEqualTo(Blame.ASHLAR);
            assertThat(outcome.isFinal()).isFalse();
        }
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    /** The next provider may take minutes. */
    @Test
    void givesTheMemoryOfAnAnswerBackThatTheClientDoesNotGet() throws IOException {
        provider.answer(exchange -> exchange.json(200, COMPLETION.substring(1)));
        var answers = new LargeAnswers();
        var user = user();
        var other = watch.watch(() -> {}, () -> false, System.nanoTime());
        try (var memory = answers.share(user)) {
            answers.share(user).take(other);
            var outcome = call(new ClientAnswer(mock(), new MockHttpServletResponse()), memory)
                    .run();
            assertThat(outcome.isFinal()).isFalse();
            assertThatCode(() -> answers.share(user).take(other)).doesNotThrowAnyException();
        }
    }

    private static UserId user() {
        return new UserId(UUID.randomUUID());
    }

    private ProviderCall call(ClientAnswer answer, LargeAnswers.Share memory) {
        return call(HELLO, answer, memory);
    }

    private ProviderCall call(String body, ClientAnswer answer, LargeAnswers.Share memory) {
        return new ProviderCall(
                client,
                provider(provider.url()),
                new ProviderSecret(SECRET),
                new InteractionId(IdSource.timeOrdered().next()),
                ChatBody.read(body.getBytes(StandardCharsets.UTF_8)),
                answer,
                memory);
    }
}
