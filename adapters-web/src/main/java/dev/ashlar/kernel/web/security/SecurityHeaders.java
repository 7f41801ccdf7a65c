package dev.ashlar.kernel.web.security;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that keep browsers from misusing an answer. Spring Security sets them; answers that it never sees get them here. */
public final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** Adds the headers to an answer of the server itself or of the firewall. */
    public static void addTo(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }
}
