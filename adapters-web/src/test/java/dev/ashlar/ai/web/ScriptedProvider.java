// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Server that answers each request by a script, to the byte, and then closes the connection. */
final class ScriptedProvider implements AutoCloseable {
    /** Bytes that its connections keep; those of the platform grow to megabytes. */
    static final int BUFFER = 64 * 1024;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Script script = exchange -> exchange.json(200, "{}");
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger abandoned = new AtomicInteger();
    final AtomicLong sent = new AtomicLong();

    ScriptedProvider() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://localhost:" + server.getLocalPort() + "/v1";
    }

    void answer(Script next) {
        script = next;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSendBufferSize(BUFFER);
            var exchange = new Exchange(socket.getInputStream(), socket.getOutputStream());
            requests.add(exchange.readRequest());
            script.run(exchange);
        } catch (IOException left) {
            abandoned.incrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        threads.shutdownNow();
    }

    /** Waits in a script for what the test does. */
    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answer to a request. A failure to write means that the client has left. */
    @FunctionalInterface
    interface Script {
        void run(Exchange exchange) throws IOException;
    }

    record Request(String head, String body) {}

    /** One request and its answer. */
    final class Exchange {
        private final InputStream in;
        private final OutputStream out;

        Exchange(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        private Request readRequest() throws IOException {
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                head.write(next);
            }
            var text = head.toString(StandardCharsets.ISO_8859_1);
            int length = Integer.parseInt(text.replaceAll("(?is).*\r\ncontent-length: (\\d+)\r\n.*", "$1")
                    .strip());
            return new Request(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        void json(int status, String body) throws IOException {
            answer(status, "application/json", body);
        }

        void answer(int status, String mediaType, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            raw("HTTP/1.1 " + status + " X\r\nContent-Type: " + mediaType + "\r\nConnection: close\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n");
            out.write(bytes);
            out.flush();
        }

        /** Begins a stream; its end is that of the connection unless {@link #end} is called. */
        void stream() throws IOException {
            raw(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void event(String data) throws IOException {
            chunk("data: " + data + "\n\n");
        }

        void chunk(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            raw(Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
            sent.addAndGet(bytes.length);
        }

        void end() throws IOException {
            raw("0\r\n\r\n");
        }

        void raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Waits until the client closes the connection. */
        void awaitClose() throws IOException {
            if (in.read() < 0) {
                throw new IOException("closed");
            }
        }
    }
}
