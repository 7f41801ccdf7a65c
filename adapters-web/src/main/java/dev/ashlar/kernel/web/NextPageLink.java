package dev.ashlar.kernel.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Tells in a header where the next page of a list is, with all the filters of this one. */
@RestControllerAdvice
final class NextPageLink implements ResponseBodyAdvice<Object> {
    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true; // The body tells, whether a ResponseEntity is around it or not.
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Listing<?> listing && listing.nextCursor() != null) {
            var next = UriComponentsBuilder.fromUri(request.getURI())
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam(PageRequestResolver.CURSOR, listing.nextCursor())
                    .build(true);
            response.getHeaders().add(HttpHeaders.LINK, "<" + next.toUriString() + ">; rel=\"next\"");
        }
        return body;
    }
}
