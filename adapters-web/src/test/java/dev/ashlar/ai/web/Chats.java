// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ChatAttempt;
import dev.ashlar.ai.domain.ChatExchange;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.ServedModel;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Chats of a test with up to two providers in this process. The workflow tries providers in turn as the real one does; the attempts are
 * remembered.
 */
final class Chats implements AutoCloseable {
    static final String SECRET = "sk-very/secret";
    static final String PATH = "/api/v1/ai/v1/chat/completions";
    static final String HELLO = """
            {"model":"gpt","messages":[{"role":"user","content":"Hello"}]}""";
    static final String STREAMED = """
            {"model":"gpt","messages":[{"role":"user","content":"Hello"}],"stream":true}""";

    final ScriptedProvider first = new ScriptedProvider();
    final ScriptedProvider second = new ScriptedProvider();
    final List<ChatAttempt> attempts = new CopyOnWriteArrayList<>();
    private final Caller client;
    private final ChatWorkflow workflow;

    Chats(Caller client, ChatWorkflow workflow) {
        this.client = client;
        this.workflow = workflow;
        through(provider(first.url()));
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }

    /** Sends a request and waits for the answer. */
    Caller.Answer send(String body) {
        return client.send("POST", PATH, body, "Authorization", client.bearer(Role.STUDENT));
    }

    /** Sends a request with a header more. */
    Caller.Answer send(String body, String header, String value) {
        return client.send("POST", PATH, body, "Authorization", client.bearer(Role.STUDENT), header, value);
    }

    /** Sends a request over a connection that the test reads itself. */
    Socket open(String body) throws IOException {
        return open(connect(), body);
    }

    /** Sends a request over this connection. */
    Socket open(Socket socket, String body) throws IOException {
        socket.getOutputStream().write((head(body, "") + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Sends a request whose body comes later than its head. */
    Socket openLate(String body) throws IOException {
        var socket = connect();
        socket.getOutputStream().write(head(body, "Expect: 100-continue\r\n").getBytes(StandardCharsets.UTF_8));
        readUntil(socket.getInputStream(), "100");
        socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(ScriptedProvider.BUFFER);
        var server = client.request(PATH).build().uri();
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return socket;
    }

    private String head(String body, String header) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + client.bearer(Role.STUDENT)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n" + header + "\r\n";
    }

    static void readUntil(InputStream in, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
    }

    /** Lets the workflow try these providers, and not only the first one. */
    void through(AiProvider... providers) {
        doAnswer(call -> {
                    complete(call.getArgument(1), providers);
                    return null;
                })
                .when(workflow)
                .complete(any(), any());
    }

    private void complete(ChatExchange chat, AiProvider... providers) {
        for (var provider : providers) {
            if (chat.admits(provider)) {
                var id = new InteractionId(IdSource.timeOrdered().next());
                attempts.add(chat.send(provider, id, new ProviderSecret(SECRET)));
                if (attempts.getLast().isFinal()) {
                    return;
                }
            }
        }
        throw AiProblem.PROVIDER_UNAVAILABLE.because("No answer came.");
    }

    static AiProvider provider(String url) {
        return provider(url, ProviderTimeouts.DEFAULT);
    }

    static AiProvider provider(String url, ProviderTimeouts timeouts) {
        return provider(compatible(url, timeouts), ContentPolicy.FULL);
    }

    static AiProvider provider(String url, ContentPolicy policy) {
        return provider(compatible(url, ProviderTimeouts.DEFAULT), policy);
    }

    static AiProvider provider(ProviderEndpoint endpoint) {
        return provider(endpoint, ContentPolicy.FULL);
    }

    private static ProviderEndpoint compatible(String url, ProviderTimeouts timeouts) {
        return new ProviderEndpoint(
                ProviderType.COMPATIBLE,
                url,
                AuthType.BEARER,
                true,
                new ProviderSettings(List.of(new ServedModel("gpt", "real-name")), null, timeouts));
    }

    private static AiProvider provider(ProviderEndpoint endpoint, ContentPolicy policy) {
        var now = Instant.parse("2026-01-31T09:30:00Z");
        return new AiProvider(
                new AiProviderId(UUID.randomUUID()),
                "Provider",
                endpoint,
                new ProviderPolicy(policy, UnpricedCalls.REFUSE),
                new ProviderRank(1, true, false),
                now,
                now,
                0);
    }
}
