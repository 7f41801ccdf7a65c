// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.STREAMED;
import static dev.ashlar.ai.web.Chats.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.web.slice.Caller;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Streams from a provider that works, breaks off or sends nonsense. */
@ChatServer
class ChatStreamTest {
    private static final String HI = """
            {"model":"real-name","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}""";
    private static final String USAGE = """
            {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2}}""";

    private final Chats chats;
    private final ScriptedProvider first;
    private final ScriptedProvider second;

    @Autowired
    ChatStreamTest(Caller client, ChatWorkflow workflow) {
        chats = new Chats(client, workflow);
        first = chats.first;
        second = chats.second;
    }

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void passesEventsOnAndKeepsTheUsageThatTheClientDidNotAskFor() {
        first.answer(ChatStreamTest::twoWords);
        var answer = chats.send(STREAMED);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.text()).isEqualTo("data: " + HI + "\n\n: still here\n\ndata: " + HI + "\n\ndata: [DONE]\n\n");
        assertThat(first.requests.getFirst().body()).contains("\"stream_options\":{\"include_usage\":true}");
        var attempt = chats.attempts.getFirst();
        assertThat(attempt.usage()).isEqualTo(new TokenUsage(9, 2, 0, 0, UsageSource.PROVIDER));
        assertThat(attempt.result().status()).isEqualTo(InteractionStatus.PENDING);
        assertThat(attempt.result().ttftMs()).isNotNull();
        assertThat(attempt.response()).contains("\"content\":\"HiHi\"");
    }

    @Test
    void leavesTheUsageToAClientThatAskedForIt() {
        first.answer(ChatStreamTest::twoWords);
        var answer = chats.send(STREAMED.replace("true}", "true,\"stream_options\":{\"include_usage\":true}}"));
        assertThat(answer.text()).contains("data: " + USAGE + "\n\ndata: [DONE]");
    }

    private static void twoWords(ScriptedProvider.Exchange exchange) throws IOException {
        exchange.stream();
        exchange.chunk(": not yet\n\n");
        exchange.event(HI);
        exchange.chunk(": still here\n\n");
        exchange.event(HI);
        exchange.event(USAGE);
        exchange.event("[DONE]");
        exchange.end();
    }

    @Test
    void estimatesTheUsageThatIsMissing() {
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            exchange.event("[DONE]");
            exchange.end();
        });
        chats.send(STREAMED);
        assertThat(chats.attempts.getFirst().usage()).isEqualTo(TokenUsage.estimated(STREAMED.length(), 2));
    }

    /** The provider sends its second event only when the client has got the first one. */
    @Test
    void writesEachEventAsItComes() throws IOException {
        var isRead = new CountDownLatch(1);
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            ScriptedProvider.awaitQuietly(isRead);
            exchange.event("[DONE]");
            exchange.end();
        });
        try (var socket = chats.open(STREAMED)) {
            Chats.readUntil(socket.getInputStream(), HI);
            isRead.countDown();
            Chats.readUntil(socket.getInputStream(), "[DONE]");
        }
    }

    @Test
    void endsAnAnswerWhoseProviderKeepsTheConnection() {
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            exchange.event("[DONE]");
            exchange.awaitClose();
        });
        chats.through(provider(first.url(), new ProviderTimeouts(1000, 60_000, 60_000)));
        assertThat(chats.send(STREAMED).text()).endsWith("data: [DONE]\n\n");
        assertThat(chats.attempts.getFirst().result().error()).isNull();
        assertThat(chats.attempts.getFirst().result().responseTimeMs()).isLessThan(30_000);
        await().until(() -> first.abandoned.get() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "end", "half", "nonsense", "error"})
    void endsAStreamThatBreaksOffWithAnError(String how) {
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            switch (how) {
                case "end" -> exchange.end();
                case "half" -> exchange.chunk("data: {\"choi");
                case "nonsense" -> exchange.event("<html>");
                case "error" -> exchange.event("{\"error\":{\"message\":\"overloaded\"}}");
                default -> {}
            }
        });
        var answer = chats.send(STREAMED);
        assertThat(answer.text())
                .startsWith("data: " + HI + "\n\ndata: {\"error\":{\"message\":")
                .endsWith("\n\n");
        assertThat(answer.text())
                .contains("stream_broken_off")
                .doesNotContain("[DONE]", "data: {\"choi", "html", "overloaded");
        var attempt = chats.attempts.getFirst();
        assertThat(attempt.result().status()).isEqualTo(InteractionStatus.FAILED);
        assertThat(attempt.usage()).isEqualTo(TokenUsage.estimated(STREAMED.length(), 2));
        assertThat(attempt.response()).contains("Hi");
        assertThat(attempt.isFinal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "end", "json", "error", "done"})
    void asksTheNextProviderBeforeTheFirstByte(String how) {
        first.answer(exchange -> {
            if (how.equals("json")) {
                exchange.json(200, "{}");
                return;
            }
            exchange.stream();
            switch (how) {
                case "end" -> exchange.end();
                case "error" -> exchange.event("{\"error\":{\"message\":\"overloaded\"}}");
                case "done" -> exchange.event("[DONE]");
                default -> {}
            }
        });
        second.answer(ChatStreamTest::twoWords);
        chats.through(provider(first.url()), provider(second.url()));
        assertThat(chats.send(STREAMED).text()).startsWith("data: " + HI).endsWith("data: [DONE]\n\n");
        assertThat(chats.attempts)
                .extracting(attempt -> attempt.result().status())
                .containsExactly(InteractionStatus.FAILED, InteractionStatus.PENDING);
    }

    @Test
    void asksTheNextProviderIfTheFirstEventIsLate() {
        first.answer(exchange -> {
            exchange.stream();
            exchange.awaitClose();
        });
        second.answer(ChatStreamTest::twoWords);
        chats.through(provider(first.url(), new ProviderTimeouts(1000, 200, 60_000)), provider(second.url()));
        assertThat(chats.send(STREAMED).text()).endsWith("data: [DONE]\n\n");
        assertThat(chats.attempts.getFirst().result().responseTimeMs()).isLessThan(30_000);
        await().until(() -> first.abandoned.get() == 1);
    }

    @Test
    void endsAStreamThatPausesForTooLong() {
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            exchange.awaitClose();
        });
        chats.through(provider(first.url(), new ProviderTimeouts(1000, 60_000, 200)));
        assertThat(chats.send(STREAMED).text()).contains("did not answer in time");
        assertThat(chats.attempts.getFirst().result().responseTimeMs()).isLessThan(30_000);
        await().until(() -> first.abandoned.get() == 1);
    }

    @Test
    void passesLongLinesOn() {
        var line = HI.replace("Hi", "x".repeat(64 * 1024));
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(line);
            exchange.event("[DONE]");
            exchange.end();
        });
        assertThat(chats.send(STREAMED).text()).isEqualTo("data: " + line + "\n\ndata: [DONE]\n\n");
    }
}
