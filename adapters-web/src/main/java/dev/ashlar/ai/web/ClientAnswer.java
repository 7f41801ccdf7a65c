package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.InteractionId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Answer to the client, written as it comes. A client that does not read makes {@link #write} wait, and with it the provider. */
final class ClientAnswer {
    private final HttpServletResponse response;
    private @Nullable OutputStream out;

    ClientAnswer(HttpServletResponse response) {
        this.response = response;
    }

    /** True if the answer has begun, so that its status is said. */
    boolean isBegun() {
        return out != null;
    }

    /** Begins the answer. Clients of OpenAI show the id of a request with its errors. */
    void begin(int status, String mediaType, InteractionId id) throws ClientLeft {
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setHeader("x-request-id", id.value().toString());
        response.setHeader("X-Accel-Buffering", "no"); // of proxies
        try {
            out = response.getOutputStream();
        } catch (IOException left) {
            throw new ClientLeft(left);
        }
    }

    void write(byte[] bytes) throws ClientLeft {
        try {
            out().write(bytes);
        } catch (IOException left) {
            throw new ClientLeft(left);
        }
    }

    /** Sends what was written. */
    void flush() throws ClientLeft {
        try {
            out().flush();
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

    /** Failure to write to the client, unlike those to read from a provider. */
    static final class ClientLeft extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        ClientLeft(IOException cause) {
            super(cause);
        }
    }
}
