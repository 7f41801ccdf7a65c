// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import jakarta.servlet.ServletConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 connector that ends requests which take too long to arrive, whether their headers or their bodies are late, requests whose
 * headers are late while many others are ({@link LateHeads}), and answers that are not read while many others wait as well ({@link
 * UnreadAnswers}). Tomcat's own timeouts begin anew with each byte.
 */
public final class PunctualProtocol extends Http11NioProtocol {
    /** Bytes of a body that earn another second. */
    static final int LEAST_RATE = 16 * 1024;

    /** Connections for each head of a request that may be late at once. */
    private static final int CONNECTIONS_FOR_A_LATE_HEAD = 10;

    private static final long NOT_STARTED = -1;

    private final Set<Arrival> arrivals = Collections.newSetFromMap(new WeakHashMap<>());
    private Duration arrivalTime = Duration.ofSeconds(20);
    private LateHeads lateHeads = new LateHeads(0);
    private @Nullable ScheduledFuture<?> watch;

    public PunctualProtocol() {
        super(new Endpoint());
    }

    /** Sets the time that a request has to arrive; its body gets more by its size. */
    public void setArrivalTime(Duration time) {
        arrivalTime = time;
    }

    @Override
    public void start() throws Exception {
        lateHeads = new LateHeads(getMaxConnections() / CONNECTIONS_FOR_A_LATE_HEAD);
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::endLateArrivals, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        var arrival = new Arrival(this);
        synchronized (arrivals) {
            arrivals.add(arrival);
        }
        return arrival;
    }

    private void endLateArrivals() {
        List<Arrival> current;
        synchronized (arrivals) {
            current = List.copyOf(arrivals);
        }
        current.forEach(arrival -> arrival.endIfLate(arrivalTime.toNanos()));
    }

    /** Processor of one request after the other, of one connection at a time. */
    private static final class Arrival extends Http11Processor {
        private final LateHeads lateHeads;

        Arrival(PunctualProtocol protocol) {
            super(protocol, protocol.getAdapter());
            this.lateHeads = protocol.lateHeads;
        }

        /**
         * Ends a request whose next byte has come after its time, or whose head is one too many that are late. Without a byte, Tomcat's own
         * timeout ends it.
         */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            var state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                lateHeads.end(socket);
            } else if (!lateHeads.begin(socket)) {
                return SocketState.CLOSED;
            }
            boolean isLate = state == SocketState.LONG && socket.getReadTimeout() == ClientConnection.AT_ONCE;
            return isLate ? SocketState.CLOSED : state;
        }

        @Override
        protected ServletConnection getServletConnection() {
            return new ClientConnection(
                    super.getServletConnection(),
                    getSocketWrapper(),
                    () -> action(ActionCode.CLOSE_NOW, new IOException("The answer was broken off.")));
        }

        /**
         * Lets the next read fail. This runs beside the request, which may just have arrived: then the timeout is harmless, because
         * each request begins with its own timeout.
         */
        void endIfLate(long arrivalNanos) {
            var socket = getSocketWrapper();
            if (socket != null && isLate(arrivalNanos)) {
                socket.setReadTimeout(ClientConnection.AT_ONCE);
            }
        }

        private boolean isLate(long arrivalNanos) {
            long startedAt = getRequest().getStartTimeNanos();
            long earned = getRequest().getBytesRead() * TimeUnit.SECONDS.toNanos(1) / LEAST_RATE;
            try {
                return startedAt != NOT_STARTED
                        && System.nanoTime() - startedAt > arrivalNanos + earned
                        && !isRequestBodyFullyRead();
            } catch (IndexOutOfBoundsException ended) {
                return false; // Tomcat has just taken away what it read the body with.
            }
        }
    }

    /** Endpoint whose channels tell when a client does not read. */
    private static final class Endpoint extends NioEndpoint {
        private final UnreadAnswers unread = new UnreadAnswers();

        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? new Encrypted(buffers) : new Plain(buffers);
        }

        private int write(NioChannel client, ByteBuffer bytes, UnreadAnswers.Write write) throws IOException {
            return unread.write(client, bytes, write, Math.max(1, getMaxThreads() / 2));
        }

        private final class Plain extends NioChannel {
            Plain(SocketBufferHandler buffers) {
                super(buffers);
            }

            @Override
            public int write(ByteBuffer bytes) throws IOException {
                return Endpoint.this.write(this, bytes, () -> super.write(bytes));
            }

            @Override
            public void close() throws IOException {
                unread.end(this);
                super.close();
            }
        }

        private final class Encrypted extends SecureNioChannel {
            Encrypted(SocketBufferHandler buffers) {
                super(buffers, Endpoint.this);
            }

            @Override
            public int write(ByteBuffer bytes) throws IOException {
                return Endpoint.this.write(this, bytes, () -> super.write(bytes));
            }

            @Override
            public void close() throws IOException {
                unread.end(this);
                super.close();
            }
        }
    }
}
