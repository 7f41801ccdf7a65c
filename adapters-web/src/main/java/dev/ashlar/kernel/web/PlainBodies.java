// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refusal of compressed bodies: 415 with the codings that are accepted, which are none (RFC 9110, section 12.5.3). The limits of bodies count
 * bytes as they arrive, and a compressed one would expand beyond them.
 */
final class PlainBodies implements HandlerInterceptor {
    private static final String PLAIN = "identity";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null
                && hasBody(request)
                && !coding.isBlank()
                && !coding.strip().equalsIgnoreCase(PLAIN)) {
            var refusal = new ErrorResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            refusal.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, PLAIN);
            throw refusal;
        }
        return true;
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
