package dev.ashlar.kernel.web.container;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends JSON in one piece, with its length. Spring's converters flush what they write, which Tomcat would send at once, in chunks,
 * and its end by itself: two writes to the network where one will do. What is longer than the buffer still goes in chunks, and
 * whoever streams anything else flushes as ever.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class WholeAnswerFilter extends OncePerRequestFilter {
    private static final int BUFFER = 32 * 1024; // a long page of a list

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BUFFER);
        chain.doFilter(request, new Whole(response));
    }

    private static final class Whole extends HttpServletResponseWrapper {
        Whole(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            var out = super.getOutputStream();
            return isJson() ? new Unflushed(out) : out;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!isJson()) {
                super.flushBuffer();
            }
        }

        private boolean isJson() {
            var type = getContentType();
            return type != null && type.contains("json");
        }
    }

    private static final class Unflushed extends ServletOutputStream {
        private final ServletOutputStream out;

        Unflushed(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void flush() {
            // Tomcat does when the request is done.
        }

        @Override
        public void write(int oneByte) throws IOException {
            out.write(oneByte);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
