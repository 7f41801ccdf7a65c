// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time that Ashlar adds to a stream: to the first event of a request, and to each event since the provider has sent it. The same
 * client asks the provider directly.
 */
@Tag("benchmark")
class AiProxyBenchmark {
    private static final int WARM_UP = 400;
    private static final int REQUESTS = 300;
    private static final String BODY =
            "{\"model\":\"small\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final String CATALOG = """
            WITH factory AS (
                INSERT INTO ai.llm_factories (id, name, created_at) VALUES (gen_random_uuid(), 'maker', now()) RETURNING id
            ), llm AS (
                INSERT INTO ai.llms (id, factory_id, name, context_tokens, max_output_tokens, created_at, updated_at)
                SELECT gen_random_uuid(), id, 'small', 100000, 1000, now(), now() FROM factory RETURNING id
            ), prices AS (
                INSERT INTO ai.llm_prices (id, llm_id, usage_type, usd_per_million, valid, created_at, updated_at)
                SELECT gen_random_uuid(), llm.id, kind::ai.usage_type, 1, tstzrange(now() - INTERVAL '1 day', NULL), now(), now()
                FROM llm, unnest(ARRAY['prompt', 'completion']) AS kind
            )
            INSERT INTO ai.ai_providers (id, name, type, base_url, auth_type, settings, created_at, updated_at)
            VALUES (
                gen_random_uuid(), 'Stamping', 'compatible', ?, 'none',
                '{"models": [], "timeouts": {"connectMs": 1000, "firstByteMs": 10000, "idleMs": 10000}}', now(), now()
            )""";

    @TempDir
    private static Path home;

    @Test
    void measuresWhatAStreamTakesLonger() throws IOException {
        try (var provider = new StampingProvider();
                var ashlar = ServedAshlar.start(home)) {
            var direct = new Client(URI.create("http://localhost:" + provider.port()), "/v1/chat/completions", "");
            ashlar.psql()
                    .sql(CATALOG)
                    .param("http://localhost:" + provider.port() + "/v1")
                    .update();
            var token = "Authorization: Bearer " + ashlar.token(UUID.randomUUID(), "student") + "\r\n";
            var proxied = new Client(ashlar.address(), "/api/v1/ai/v1/chat/completions", token);
            for (int number = 0; number < WARM_UP; number++) {
                direct.ask(new ArrayList<>(), new ArrayList<>());
                proxied.ask(new ArrayList<>(), new ArrayList<>());
            }
            var text = new StringBuilder(
                    "# AI proxy\n\n| | to the first event, ms p50 (p99) | of an event, ms p50 (p99) |\n|---|---|---|\n");
            double overhead = report(text, "Ashlar", proxied) - report(text, "provider", direct);
            text.append(String.format(ROOT, "%n- Each event takes %.3f ms longer (p50)%n", overhead))
                    .append("- Memory of Ashlar: ")
                    .append(ashlar.memory())
                    .append('\n');
            System.out.println(text);
            Files.createDirectories(Path.of("target", "benchmark"));
            Files.writeString(Path.of("target", "benchmark", "ai-proxy.md"), text);
            assertThat(overhead).as("milliseconds").isLessThan(2);
        }
    }

    /** Returns the median of the events' times in milliseconds. */
    private static double report(StringBuilder text, String name, Client client) throws IOException {
        var first = new ArrayList<Double>();
        var each = new ArrayList<Double>();
        for (int number = 0; number < REQUESTS; number++) {
            client.ask(first, each);
        }
        text.append(String.format(
                ROOT,
                "| %s | %.2f (%.2f) | %.3f (%.3f) |%n",
                name,
                part(first, 50),
                part(first, 99),
                part(each, 50),
                part(each, 99)));
        return part(each, 50);
    }

    private static double part(List<Double> values, int percent) {
        return values.stream().sorted().toList().get(values.size() * percent / 100);
    }

    /** One kept-alive connection, read event by event. */
    private record Client(Socket socket, InputStream in, byte[] request) {
        Client(URI server, String path, String headers) throws IOException {
            this(connect(server), path, headers);
        }

        private Client(Socket socket, String path, String headers) throws IOException {
            this(
                    socket,
                    new BufferedInputStream(socket.getInputStream()),
                    ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                                    + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY)
                            .getBytes(StandardCharsets.US_ASCII));
        }

        private static Socket connect(URI server) throws IOException {
            var socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            return socket;
        }

        /** Asks once, and adds the milliseconds to the first event of the request and to each event since it was sent. */
        void ask(List<Double> first, List<Double> each) throws IOException {
            long start = System.nanoTime();
            socket.getOutputStream().write(request);
            boolean isFirst = true;
            for (var line = line(); !line.equals("0"); line = line()) {
                int stamp = line.indexOf(StampingProvider.STAMP);
                if (stamp >= 0) {
                    long now = System.nanoTime();
                    long sent = Long.parseLong(
                            line.substring(stamp + StampingProvider.STAMP.length(), line.indexOf('}', stamp)));
                    each.add((now - sent) / 1e6);
                    if (isFirst) {
                        first.add((now - start) / 1e6);
                        isFirst = false;
                    }
                }
            }
            line();
        }

        private String line() throws IOException {
            var line = new StringBuilder(128);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("The connection ended after: " + line);
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }
}
