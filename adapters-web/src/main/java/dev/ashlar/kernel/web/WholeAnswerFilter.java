package dev.ashlar.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Buffer that lets an answer leave in one write, with its length. A page of a list is longer than Tomcat's own buffer, which would
 * send it in chunks with three writes. Longer answers are still sent in chunks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class WholeAnswerFilter extends OncePerRequestFilter {
    private static final int BUFFER = 32 * 1024; // bytes; a long page

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BUFFER);
        chain.doFilter(request, response);
    }
}
