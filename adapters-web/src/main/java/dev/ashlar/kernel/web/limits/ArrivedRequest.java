// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;

/** Request whose body was read before it is handled. Filters see it for the first time, and not dispatched again. */
public final class ArrivedRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private final ServletInputStream input;

    ArrivedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
        this.input = new Input();
    }

    /** Returns the bytes of the body, also after the handler has read them. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the announced length or, if there is none, how much was read. */
    @Override
    public long getContentLengthLong() {
        return Math.max(super.getContentLengthLong(), body.length);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public ServletInputStream getInputStream() {
        return input;
    }

    private final class Input extends ServletInputStream {
        private final ByteArrayInputStream bytes = new ByteArrayInputStream(body);

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is there already.");
        }
    }
}
