// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.web.limits.ClientConnection;
import dev.ashlar.kernel.web.problem.Failures;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Traces;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers that take long, such as those that wait for other servers. A virtual thread writes each, so that it holds none of the few
 * threads of the server meanwhile. It starts once the request has left all filters, because these still write headers then. When the server has
 * stopped, the threads of the answers that it broke off have some time to end, and to record what they did, before the database is closed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class LongAnswers extends OncePerRequestFilter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LongAnswers.class);
    private static final String BEGUN = LongAnswers.class.getName();
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);

    private final Traces traces;
    private final Failures failures;
    private final ProblemWriter problems;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();

    LongAnswers(Traces traces, Failures failures, ProblemWriter problems) {
        this.traces = traces;
        this.failures = failures;
        this.problems = problems;
    }

    /**
     * Leaves the answer of this request to a virtual thread, which writes it through the connection. If the task fails before it has written
     * anything, the failure becomes a problem.
     */
    public static void begin(
            HttpServletRequest request, HttpServletResponse response, Consumer<ClientConnection> task) {
        var async = request.startAsync(request, response);
        async.setTimeout(0); // the task has separate timeouts
        var connection = ClientConnection.of(request);
        async.addListener(connection);
        request.setAttribute(BEGUN, new Begun(async, connection, request, response, task));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BEGUN) instanceof Begun answer) {
            request.removeAttribute(BEGUN);
            Thread.ofVirtual().name("answer").start(() -> run(answer));
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false; // BodyFilter dispatches requests whose bodies came late
    }

    private void run(Begun answer) {
        open.add(Thread.currentThread());
        try (var _ = traces.resume(answer.request())) {
            runTask(answer);
        } finally {
            answer.complete();
            open.remove(Thread.currentThread());
        }
    }

    @Override
    public void start() {
        // Requests begin answers.
    }

    @Override
    public void stop() {
        long end = System.nanoTime() + TIME_TO_END.toNanos();
        try {
            for (var answer : open) {
                var _ = answer.join(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!open.isEmpty()) {
            LOG.warn("Answers do not end count={}", open.size());
        }
    }

    @Override
    public boolean isRunning() {
        return !open.isEmpty();
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1; // stops after the server
    }

    private void runTask(Begun answer) {
        var connection = answer.connection();
        try {
            answer.task().accept(connection);
        } catch (RuntimeException failure) {
            try {
                connection.write(() -> refuse(failure, answer));
            } catch (IOException callerIsGone) {
                LOG.debug("Answer lost", failure);
            }
        }
    }

    private void refuse(RuntimeException failure, Begun answer) {
        problems.write(failures.refusalFor(failure, answer.request()), answer.request(), answer.response());
    }

    private record Begun(
            AsyncContext async,
            ClientConnection connection,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<ClientConnection> task) {
        /** Ends the request, unless Tomcat has ended it itself. */
        void complete() {
            try {
                connection.write(async::complete);
            } catch (IOException | IllegalStateException ended) {
                LOG.debug("Request has ended", ended);
            }
        }
    }
}
