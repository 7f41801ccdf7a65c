package dev.ashlar.kernel.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Headers that keep browsers from misusing an answer. Spring Security sets them; answers that it never sees get them here. */
public final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
    /** Addresses hold ids and search terms, which other sites need not know. */
    static final ReferrerPolicy REFERRER_POLICY = ReferrerPolicy.NO_REFERRER;

    private SecurityHeaders() {}

    /** Adds the headers to an answer of the server itself or of the firewall. */
    public static void addTo(HttpServletResponse response, HttpServletRequest request) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", REFERRER_POLICY.getPolicy());
        if (request.isSecure()) { // RFC 6797, 7.2: never over plain HTTP
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
        response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }
}
