// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * Header that lets a replica answer reads of a caller, who still finds each change that it made: the answer to a change carries a position,
 * and a request with this position is answered by a replica that has reached it, or by the primary. A request of an authenticated caller without
 * the header is answered by the primary, so that no client reads what it has overwritten; one of nobody, who has changed nothing, may be
 * answered by a replica. Requests for changes decide by what they read, and read the primary.
 *
 * <p>A forged position lets a caller read older data, which is of no use, or load the primary, which each change does.
 */
public final class ReadAfter implements AsyncHandlerInterceptor {
    public static final String HEADER = "Read-After";

    ReadAfter() {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var given = given(Collections.list(request.getHeaders(HEADER)));
        RequestReads.begin(
                SafeMethods.has(request) ? ofReading(request, given) : WalPosition.UNREACHABLE,
                position -> response.setHeader(HEADER, position.toString()));
        return true;
    }

    private static @Nullable WalPosition given(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        return Optional.of(values.getFirst())
                .filter(_ -> values.size() == 1)
                .flatMap(WalPosition::parse)
                .orElseThrow(() -> KernelProblem.INVALID_REQUEST
                        .because("Send the header as an answer had it, or omit it.")
                        .at(HEADER, "must be one position of 16 hexadecimal digits"));
    }

    private static WalPosition ofReading(HttpServletRequest request, @Nullable WalPosition given) {
        if (given != null) {
            return given;
        }
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? WalPosition.START : WalPosition.UNREACHABLE;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        RequestReads.end();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        RequestReads.end();
    }
}
