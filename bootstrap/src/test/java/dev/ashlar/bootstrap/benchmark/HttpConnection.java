// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection, read and written by the thread that owns it. It knows just enough of the protocol
 * to talk to Ashlar, because client, server and database share the processor while they are measured: every cycle that
 * the client takes is missing in what it measures. {@code HttpClientsBenchmark} compares it with others.
 */
final class HttpConnection implements AutoCloseable {
    /** A connection idle for that long is opened again, because the server closes it after 20 seconds. */
    private static final long KEPT_ALIVE_NANOS = 10_000_000_000L;

    private final URI server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private long lastUsed;

    HttpConnection(URI server) {
        this.server = server;
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Sends JSON, or what a header Content-Type says; an empty body is sent as none. */
    Answer post(String path, String body, String... headers) throws IOException {
        return send("POST", path, body, headers);
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param headers names and values in turns
     */
    Answer send(String method, String path, String body, String... headers) throws IOException {
        if (System.nanoTime() - lastUsed > KEPT_ALIVE_NANOS) {
            close();
        }
        var connection = socket == null ? open() : socket;
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (content.length > 0 && !List.of(headers).contains("Content-Type")) {
            head.append("Content-Type: application/json\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        var request = new ByteArrayOutputStream(1024);
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(content);
        request.writeTo(connection.getOutputStream());
        return read();
    }

    private Socket open() throws IOException {
        var opened = new Socket(server.getHost(), server.getPort());
        opened.setTcpNoDelay(true);
        in = new BufferedInputStream(opened.getInputStream(), 16 * 1024);
        socket = opened;
        return opened;
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var field = header.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                length = Integer.parseInt(field.substring(15).trim());
            } else if (field.startsWith("transfer-encoding:")) {
                chunked = field.endsWith("chunked");
            } else if (field.startsWith("connection:")) {
                last = field.endsWith("close");
            }
        }
        var answer = new Answer(status, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
        lastUsed = System.nanoTime();
        if (last) { // Tomcat closes a connection after some thousand requests
            close();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server has closed the connection in the middle of an answer.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** Answer of the server. */
    record Answer(int status, String text) {
        /** This, if it has that status; fails the benchmark if it has not. */
        Answer is(int expected) {
            if (status != expected) {
                throw new IllegalStateException("expected " + expected + ", got " + status + ": " + text);
            }
            return this;
        }
    }
}
