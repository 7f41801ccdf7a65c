package dev.ashlar.identity.web;

import dev.ashlar.identity.domain.Client;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Descriptions of the clients that send requests. */
final class Clients {
    private Clients() {}

    static Client of(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
