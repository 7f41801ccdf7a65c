// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.kernel.web.security.AccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Descriptions of the clients that send requests. */
final class Clients {
    private Clients() {}

    static Client of(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }

    /** Returns the session of a caller. */
    static SessionId sessionOf(JwtAuthenticationToken caller) {
        return new SessionId(AccessTokens.sessionOf(caller.getToken()));
    }
}
