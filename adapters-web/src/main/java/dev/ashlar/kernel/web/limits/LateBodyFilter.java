package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.WebProperties;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Refusal;
import dev.ashlar.kernel.web.security.SecurityHeaders;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps requests whose bodies are still arriving off the few threads that handle requests: a virtual thread reads the body, and
 * then the request is handled as if all of it had come at once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LateBodyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LateBodyFilter.class);
    private static final String BODY = LateBodyFilter.class.getName();
    private static final int CHUNK = 8 * 1024;

    private final int longest;
    private final Semaphore room;
    private final ProblemWriter problems;

    LateBodyFilter(WebProperties settings, ProblemWriter problems) {
        this.longest = Math.toIntExact(settings.maxBodySize().toBytes());
        this.room = new Semaphore(Math.toIntExact(settings.maxLateBodies().toBytes()));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(BODY) instanceof byte[] arrived) {
            try {
                chain.doFilter(new ArrivedRequest(request, arrived), response);
            } finally {
                room.release(arrived.length);
            }
        } else if (isLate(request)) {
            var waiting = request.startAsync();
            waiting.setTimeout(0); // PunctualProtocol ends it.
            PunctualProtocol.afterRelease(() -> await(waiting, request, response));
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** A body that is too long is left to be refused by its length. */
    private boolean isLate(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length < 0
                ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                : length > 0
                        && length <= longest
                        && length > request.getInputStream().available();
    }

    private void await(AsyncContext waiting, HttpServletRequest request, HttpServletResponse response) {
        var body = new ByteArrayOutputStream();
        var refusal = read(request, body);
        if (refusal == null) {
            request.setAttribute(BODY, body.toByteArray());
            waiting.dispatch();
        } else {
            room.release(body.size());
            refuse(refusal, request, response);
            waiting.complete();
        }
    }

    private @Nullable Refusal read(HttpServletRequest request, ByteArrayOutputStream body) {
        var chunk = new byte[CHUNK];
        try {
            var in = request.getInputStream();
            for (int count = in.read(chunk); count >= 0 && body.size() <= longest; count = in.read(chunk)) {
                if (!room.tryAcquire(count)) {
                    return Refusal.of(KernelProblem.UNAVAILABLE.because(
                            "Too many bodies are arriving. Try again in a few seconds."));
                }
                body.write(chunk, 0, count);
            }
            return null;
        } catch (IOException late) {
            LOG.debug("Body lost", late);
            return Refusal.ofStatus(408);
        }
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        try {
            SecurityHeaders.addTo(request, response);
            problems.write(refusal, request, response);
        } catch (IOException callerIsGone) {
            LOG.debug("Answer lost", callerIsGone);
        }
    }
}
