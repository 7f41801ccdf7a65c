// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.WebProperties;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before the request is handled. A body that is still arriving holds none of the few threads meanwhile.
 * One that is too large is not kept, and is refused by its length. Its bytes are read all the same, up to a limit: most clients read no
 * answer before they have sent everything. Tomcat would read them after the answer, and its thread would wait for each.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(BodyFilter.class);
    /** Attributes of a request whose body has arrived late: the body, and the network for which it was counted. */
    private static final String BODY = BodyFilter.class.getName();

    private static final String NETWORK = BODY + ".network";

    /** Bytes that earn another second. */
    private static final int LEAST_RATE = 16 * 1024;

    private static final int CHUNK = 8 * 1024;

    /** Memory in bytes that a request takes while its body arrives, besides the body. */
    private static final int REQUEST = 64 * 1024;

    /** Bytes of a body beyond its maximum size that are read before the connection is closed. */
    private static final long MOST_DROPPED = 2 * 1024 * 1024;

    private final long usualSize;
    private final Map<String, Long> largeSizes;
    private final long arrivalNanos;
    private final NetworkShares room;
    private final ProblemWriter problems;

    BodyFilter(WebProperties settings, ObjectProvider<LargeBodies> large, ProblemWriter problems) {
        this.usualSize = settings.maxBodySize().toBytes();
        this.largeSizes = large.stream()
                .collect(Collectors.toUnmodifiableMap(
                        LargeBodies::path, bodies -> bodies.maxSize().toBytes()));
        this.arrivalNanos = settings.arrivalTime().toNanos();
        this.room = new NetworkShares(settings.maxLateBodies().toBytes(), largest() + CHUNK + REQUEST);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean isChunked = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (request.getAttribute(BODY) instanceof byte[] arrived
                && request.getAttribute(NETWORK) instanceof String network) {
            try {
                chain.doFilter(new ArrivedRequest(request, arrived), response);
            } finally {
                room.giveBack(network, arrived.length + REQUEST);
            }
        } else if (length > maxSizeOf(request) + MOST_DROPPED) {
            chain.doFilter(new ArrivedRequest(request, new byte[0]), response);
        } else if (isChunked || (length > 0 && length > request.getInputStream().available())) {
            awaitBody(request, response);
        } else if (length > 0) {
            chain.doFilter(new ArrivedRequest(request, request.getInputStream().readAllBytes()), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void awaitBody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!room.take(RateLimits.networkOf(request.getRemoteAddr()), REQUEST)) {
            refuse(tooMany(), request, response);
            return;
        }
        var waiting = request.startAsync();
        waiting.setTimeout(0); // its listener ends it
        request.getInputStream().setReadListener(new Arrival(waiting, request, response));
    }

    private static Refusal tooMany() {
        return Refusal.of(
                KernelProblem.UNAVAILABLE.because("Too many bodies are arriving. Try again in a few seconds."));
    }

    /** Answers without the rest of the body, and has the connection closed, because the rest may follow. */
    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.write(refusal, request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Returns the maximum size of the request's body in bytes. */
    long maxSizeOf(HttpServletRequest request) {
        return largeSizes.getOrDefault(request.getRequestURI(), usualSize);
    }

    private long largest() {
        return largeSizes.values().stream().reduce(usualSize, Math::max);
    }

    /** Body of one request, which Tomcat hands over in the parts that arrive. */
    private final class Arrival implements ReadListener {
        private final AsyncContext waiting;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final String network;
        private final long maxSize;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final long startedAt = System.nanoTime();
        private long arrived;
        private @Nullable Refusal refusal;
        private boolean ended;

        Arrival(AsyncContext waiting, HttpServletRequest request, HttpServletResponse response) {
            this.waiting = waiting;
            this.request = request;
            this.response = response;
            this.network = RateLimits.networkOf(request.getRemoteAddr());
            this.maxSize = maxSizeOf(request);
        }

        @Override
        public void onDataAvailable() throws IOException {
            if (isLate()) { // also if the parts that come are none of the body, but of what is around its chunks
                end(Refusal.ofStatus(408));
            }
            var in = request.getInputStream();
            var chunk = new byte[CHUNK];
            while (!ended && in.isReady()) {
                int count = in.read(chunk);
                if (count < 0) {
                    return; // onAllDataRead follows
                }
                take(chunk, count);
            }
        }

        private void take(byte[] chunk, int count) {
            arrived += count;
            if (isKept()) {
                keep(chunk, count);
            }
            if (arrived > maxSize + MOST_DROPPED) {
                onAllDataRead(); // refused by its length
            }
        }

        /** False for a body that will be refused. */
        private boolean isKept() {
            return refusal == null && body.size() <= maxSize && request.getContentLengthLong() <= maxSize;
        }

        private void keep(byte[] chunk, int count) {
            if (room.take(network, count)) {
                body.write(chunk, 0, count);
                return;
            }
            refusal = tooMany();
            forget();
        }

        private void forget() {
            room.giveBack(network, body.size());
            body.reset();
        }

        private boolean isLate() {
            long earned = TimeUnit.SECONDS.toNanos(1) * arrived / LEAST_RATE;
            return System.nanoTime() - startedAt > arrivalNanos + earned;
        }

        @Override
        public void onAllDataRead() {
            if (ended) {
                return;
            }
            if (refusal != null) {
                end(refusal);
                return;
            }
            ended = true;
            request.setAttribute(BODY, body.toByteArray());
            request.setAttribute(NETWORK, network);
            waiting.dispatch();
        }

        /** Ends a body that cannot be read, or of which nothing has come for as long as Tomcat waits. */
        @Override
        public void onError(Throwable failure) {
            if (!ended) {
                LOG.debug("Body lost", failure);
                end(Refusal.ofStatus(failure instanceof BadRequestException ? 400 : 408));
            }
        }

        /** Answers by an earlier refusal, if there is one. */
        private void end(Refusal reason) {
            ended = true;
            forget();
            room.giveBack(network, REQUEST);
            refuse(refusal == null ? reason : refusal, request, response);
            waiting.complete();
        }
    }
}
