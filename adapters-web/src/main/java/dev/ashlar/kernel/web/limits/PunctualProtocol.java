// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import jakarta.servlet.ServletConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 connector that does not wait for slow clients for long. It ends requests whose head, that is the first line and the headers, takes too
 * long or is late while many others are, answers that are not read while many others wait as well ({@link UnreadAnswers}), and connections on
 * which part of a body is missing when its request is answered. Tomcat's own timeouts begin anew with each byte.
 */
public final class PunctualProtocol extends Http11NioProtocol {
    /** Read timeout in milliseconds for bytes that are there or not; Tomcat takes zero for no limit. */
    private static final int AT_ONCE = 1;

    /** Connections for each head that may be late at once. Each takes some 64 KB, so that ten thousand would take all memory. */
    private static final int CONNECTIONS_FOR_A_LATE_HEAD = 10;

    private Duration arrivalTime = Duration.ofSeconds(20);
    private NetworkShares lateHeads = new NetworkShares(0, 0);

    public PunctualProtocol() {
        super(new Endpoint());
    }

    /** Sets the time in which the head of a request must arrive. */
    public void setArrivalTime(Duration time) {
        arrivalTime = time;
    }

    @Override
    public void start() throws Exception {
        lateHeads = new NetworkShares(getMaxConnections() / CONNECTIONS_FOR_A_LATE_HEAD, 1);
        super.start();
    }

    @Override
    protected Processor createProcessor() {
        return new Arrival(this);
    }

    /** Processor of one request after the other, of one connection at a time. It stands before Tomcat's adapter, to see the end of each answer. */
    private static final class Arrival extends Http11Processor implements Adapter {
        private final PunctualProtocol protocol;

        /** Network of the client whose head is late; null if none is. */
        private @Nullable String network;

        Arrival(PunctualProtocol protocol) {
            super(protocol, protocol.getAdapter());
            this.protocol = protocol;
        }

        /**
         * Ends a request of whose head a further part has come after its time, or is one too many that are late. If no further part comes,
         * Tomcat's own timeout ends it.
         */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            var state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                endLateHead();
                return state;
            }
            boolean isInTime = System.nanoTime() - request.getStartTimeNanos() <= protocol.arrivalTime.toNanos();
            return isInTime && beginLateHead(socket) ? state : SocketState.CLOSED;
        }

        private boolean beginLateHead(SocketWrapperBase<?> socket) {
            if (network == null) {
                var ofClient = RateLimits.networkOf(socket.getRemoteAddr());
                network = protocol.lateHeads.take(ofClient, 1) ? ofClient : null;
            }
            return network != null;
        }

        private void endLateHead() {
            if (network != null) {
                protocol.lateHeads.giveBack(network, 1);
                network = null;
            }
        }

        /**
         * After an answer, Tomcat reads the rest of the body, so that the next request can follow, and its thread waits for each part. This
         * lets it read what has come; if that is not all, the read fails and Tomcat closes the connection.
         */
        private void awaitNoMore() {
            if (!isAsync() && !isRequestBodyFullyRead()) {
                getSocketWrapper().setReadTimeout(AT_ONCE);
            }
        }

        @Override
        public Adapter getAdapter() {
            return this;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            adapter.service(request, response);
            awaitNoMore();
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
            boolean isHandled = adapter.asyncDispatch(request, response, event);
            awaitNoMore();
            return isHandled;
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public void log(Request request, Response response, long nanos) {
            adapter.log(request, response, nanos);
        }

        /** Called when the processor leaves its connection, also if that was closed. */
        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
            endLateHead();
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }

        @Override
        protected ServletConnection getServletConnection() {
            return new ClientConnection(
                    super.getServletConnection(),
                    getSocketWrapper(),
                    () -> action(ActionCode.CLOSE_NOW, new IOException("The answer was broken off.")));
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
