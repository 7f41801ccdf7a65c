// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.application.StoredAnswer;
import dev.ashlar.kernel.web.Once.Answered;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Status and headers that follow from the body: the link to the next page of a list, status and Location of a stored answer, and 304
 * for {@code If-None-Match: *}, which Spring leaves to us.
 */
@RestControllerAdvice
final class AnswerHeaders implements ResponseBodyAdvice<Object> {
    private static final String ANY = "*";
    private static final String CURSOR = PageParameters.CURSOR + "=";

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true; // The body itself decides, with or without a ResponseEntity around it.
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        switch (body) {
            case Answered<?>(var stored) -> restore(stored, response);
            case Listing<?> listing
            when listing.nextCursor() != null ->
                response.getHeaders().add(HttpHeaders.LINK, linkTo(listing.nextCursor(), request));
            case null, default -> {}
        }
        if (isKnownInAnyVersion(request, response)) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return null;
        }
        return body;
    }

    private static boolean isKnownInAnyVersion(ServerHttpRequest request, ServerHttpResponse response) {
        return response.getHeaders().getETag() != null
                && (HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod()))
                && request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH).contains(ANY);
    }

    private static void restore(StoredAnswer stored, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(stored.status()));
        if (stored.location() != null) {
            response.getHeaders().setLocation(URI.create(stored.location()));
        }
    }

    /** Keeps all filters of this page as the caller has written them, also those that Spring's builder would refuse. */
    private static String linkTo(String cursor, ServerHttpRequest request) {
        var here = request.getURI();
        var next = Stream.concat(filters(here.getRawQuery()), Stream.of(CURSOR + cursor))
                .collect(Collectors.joining("&"));
        return "<" + here.getRawPath() + "?" + next + ">; rel=\"next\"";
    }

    private static Stream<String> filters(@Nullable String query) {
        return query == null
                ? Stream.empty()
                : Stream.of(query.split("&", -1)).filter(one -> !one.isEmpty() && !one.startsWith(CURSOR));
    }
}
