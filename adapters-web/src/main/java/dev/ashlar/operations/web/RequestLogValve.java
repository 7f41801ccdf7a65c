// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.ActorArgument;
import dev.ashlar.kernel.web.problem.Traces;
import dev.ashlar.kernel.web.security.AccessTokens;
import dev.ashlar.operations.domain.ApiRequest;
import dev.ashlar.operations.domain.ApiRequestId;
import dev.ashlar.operations.domain.RequestClient;
import dev.ashlar.operations.domain.RequestOutcome;
import dev.ashlar.operations.domain.RequestedOperation;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tomcat's access log as requests of the log. Tomcat calls it when the answer is finished, also of those that fail before the first
 * filter, with the bytes that were sent.
 */
final class RequestLogValve extends ValveBase implements AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLogValve.class);
    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Consumer<ApiRequest> log;
    private final IdSource ids;
    private final InstantSource clock;

    /** @param log takes requests and never waits */
    RequestLogValve(Consumer<ApiRequest> log, IdSource ids, InstantSource clock) {
        super(true); // asynchronous requests, too
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        try {
            log.accept(read(request, response, Duration.ofNanos(Math.max(0, nanos))));
        } catch (RuntimeException failure) {
            LOG.warn("Request not logged", failure);
        }
    }

    private ApiRequest read(Request request, Response response, Duration duration) {
        var path = request.getRequestURI();
        var operation = RequestedOperation.of(
                String.valueOf(request.getMethod()),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                        ? pattern
                        : null,
                path == null ? "" : path);
        return new ApiRequest(
                new ApiRequestId(ids.next()),
                operation,
                RequestOutcome.of(response.getStatus(), duration, response.getBytesWritten(false)),
                RequestClient.of(
                        userOf(request),
                        request.getHeader(ActorArgument.PLATFORM_HEADER),
                        addressOf(request),
                        request.getHeader("User-Agent")),
                traceOf(response),
                clock.instant().minus(duration));
    }

    /** Returns the user whom Spring Security has found; the filters have left their thread's context by now. */
    private static @Nullable UserId userOf(Request request) {
        return request.getAttribute(RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME)
                                instanceof SecurityContext context
                        && context.getAuthentication() instanceof JwtAuthenticationToken caller
                ? AccessTokens.userIdOf(caller.getToken())
                : null;
    }

    /** Returns the address that the valve of a proxy has found; it has given the proxy's back by now. */
    private static @Nullable String addressOf(Request request) {
        return request.getAttribute(REMOTE_ADDR_ATTRIBUTE) instanceof String client ? client : request.getRemoteAddr();
    }

    private static @Nullable String traceOf(Response response) {
        var header = response.getHeader(Traces.HEADER);
        var parts = header == null ? null : TRACE.matcher(header);
        return parts != null && parts.matches() ? parts.group(1) : null;
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return true;
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        throw new UnsupportedOperationException("Addresses are always those of the clients.");
    }
}
