// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answer to a request of any bytes, and the promises that every answer keeps. */
record RawAnswer(int status, Map<String, String> headers, String body) {
    private static final int TIMEOUT = 10_000; // milliseconds; no request may hang
    private static final int URI_NOT_READ = 431; // such a request belongs to no API
    private static final String HEAD_END = "\r\n\r\n";
    private static final List<String> SECURITY_HEADERS =
            List.of("X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy", "Referrer-Policy");
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Sends a request on a separate connection, and reads until the server closes it. A client whose body is malformed ends its side
     * then, because else the rest of the body would have its time to arrive.
     *
     * @return null if the server has closed the connection without an answer
     */
    static @Nullable RawAnswer to(HostileClient.Request request, int port) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            if (request.isMalformed()) {
                socket.shutdownOutput();
            }
            var answer = socket.getInputStream().readAllBytes();
            return answer.length == 0 ? null : parse(answer);
        }
    }

    private static RawAnswer parse(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(HEAD_END);
        var lines = text.substring(0, end).split("\r\n", -1);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            var parts = lines[i].split(": ?", 2);
            headers.merge(parts[0], parts[1], (first, second) -> first + ", " + second);
        }
        var body = text.substring(end + HEAD_END.length()).getBytes(StandardCharsets.ISO_8859_1);
        if ("chunked".equals(headers.get("Transfer-Encoding"))) {
            body = joined(body);
        }
        return new RawAnswer(
                Integer.parseInt(lines[0].split(" ", 3)[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] chunks) {
        var text = new String(chunks, StandardCharsets.ISO_8859_1);
        var all = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int lineEnd = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, lineEnd), 16);
            all.write(chunks, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
            if (size == 0) {
                break;
            }
        }
        return all.toByteArray();
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Returns the body, or null if it is not JSON. */
    @Nullable
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** Lists the promises that the answer breaks. */
    List<String> faults(HostileClient.Request request) {
        var faults = new ArrayList<String>();
        check(status < 500, "is a fault of the server", faults);
        SECURITY_HEADERS.forEach(name -> check(headers.containsKey(name), "has no " + name, faults));
        check(headers.containsKey("Cache-Control") || status == 304, "has no Cache-Control", faults);
        check(header("traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"), "has no trace", faults);
        boolean isEmpty = request.method().equals("HEAD") || status == 204 || status == 304;
        check(!isEmpty || body.isEmpty(), "has a body", faults);
        if (status < 400) {
            check(!header("Content-Type").startsWith("application/problem+json"), "is called a problem", faults);
        } else if (!isEmpty) {
            refusal(request, faults);
        }
        return faults;
    }

    private void refusal(HostileClient.Request request, List<String> faults) {
        var json = json();
        if (json == null) {
            faults.add("is no JSON");
        } else if (request.operation().isForeign() && status != URI_NOT_READ) {
            check(!json.at("/errors").isEmpty() || json.at("/error").isObject(), "names no errors", faults);
        } else {
            check(header("Content-Type").equals("application/problem+json"), "is not called a problem", faults);
            check(json.at("/type").asString("").matches("/problems/[a-z.-]+"), "has no type", faults);
            check(json.at("/status").asInt(0) == status, "has another status in its body", faults);
            check(!json.at("/title").asString("").isBlank(), "has no title", faults);
            check(!json.at("/detail").asString("").isBlank(), "has no detail", faults);
            check(json.at("/instance").asString("").startsWith("/"), "has no instance", faults);
            check(header("traceparent").contains(json.at("/traceId").asString("none")), "has another trace", faults);
            check(json.at("/errors").isArray(), "has no list of errors", faults);
        }
    }

    private static void check(boolean kept, String fault, List<String> faults) {
        if (!kept) {
            faults.add(fault);
        }
    }
}
