package dev.ashlar.kernel.web.container;

import dev.ashlar.kernel.web.problem.BodyTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request with an Idempotency-Key: its body has been read, and can be looked at besides. */
public final class KeptBody extends HttpServletRequestWrapper {
    /** The header that makes a body worth keeping. */
    public static final String WHEN_PRESENT = "Idempotency-Key";

    private final byte[] body;

    private KeptBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static KeptBody of(HttpServletRequest request, long limit) throws IOException {
        var body = request.getInputStream().readNBytes(Math.toIntExact(limit + 1));
        if (body.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        return new KeptBody(request, body);
    }

    /** The body as it came. Not copied: callers only read it. */
    public byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Replayed(body);
    }

    private static final class Replayed extends ServletInputStream {
        private final ByteArrayInputStream source;

        Replayed(byte[] body) {
            this.source = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return source.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return source.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return source.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is read at once");
        }
    }
}
