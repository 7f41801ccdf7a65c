// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.kernel.web.limits.ClientConnection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Answer to the client, written as it comes. A client that does not read makes {@link #write} wait, and with it the provider. */
final class ClientAnswer {
    /** Status that other servers use, because no standard has one for it. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private final ClientConnection connection;
    private final HttpServletResponse response;
    private @Nullable OutputStream out;
    private boolean isOfEvents;

    ClientAnswer(ClientConnection connection, HttpServletResponse response) {
        this.connection = connection;
        this.response = response;
    }

    /** True if the client has left, so that nobody waits for the answer. */
    boolean isUnwanted() {
        return connection.isClosed();
    }

    /**
     * Ends an answer that nobody waits for. One that has not begun must not look like a success, and a part must not look like the whole to a
     * client that is only slow.
     */
    void giveUp() {
        try {
            if (isBegun()) {
                connection.breakOff();
            } else {
                connection.write(() -> response.setStatus(CLIENT_CLOSED_REQUEST));
            }
        } catch (IOException ended) {
            // Nobody sees the end of a request that has ended.
        }
    }

    /** True if the answer has begun, so that its status is said. */
    boolean isBegun() {
        return out != null;
    }

    /** True if the answer has begun as a stream of events, which may end with an error. */
    boolean isOfEvents() {
        return isOfEvents;
    }

    /** Begins the answer. Clients of OpenAI show the id of a request with its errors. */
    void begin(int status, String mediaType, InteractionId id) throws ClientLeft {
        deliver(() -> {
            response.setStatus(status);
            response.setContentType(mediaType);
            response.setHeader("x-request-id", id.value().toString());
            response.setHeader("X-Accel-Buffering", "no"); // of proxies
            out = response.getOutputStream();
            isOfEvents = mediaType.equals(MediaType.TEXT_EVENT_STREAM_VALUE);
        });
    }

    void write(byte[] bytes) throws ClientLeft {
        deliver(() -> out().write(bytes));
    }

    /** Sends what was written. */
    void flush() throws ClientLeft {
        deliver(() -> out().flush());
    }

    private void deliver(ClientConnection.Write write) throws ClientLeft {
        try {
            connection.write(write);
        } catch (IOException left) {
            throw new ClientLeft(left);
        }
    }

    private OutputStream out() {
        if (out == null) {
            throw new IllegalStateException("The answer has not begun.");
        }
        return out;
    }

    /** Departure of the client, unlike a failure to read from a provider. */
    static final class ClientLeft extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        ClientLeft(Exception cause) {
            super(cause);
        }
    }
}
