package dev.ashlar.kernel.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives a stored answer its status and Location back. */
@RestControllerAdvice
final class AnsweredStatus implements ResponseBodyAdvice<Answered<?>> {
    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return returnType.getParameterType() == Answered.class;
    }

    @Override
    public @Nullable Answered<?> beforeBodyWrite(
            @Nullable Answered<?> answered,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (answered != null) {
            var stored = answered.stored();
            response.setStatusCode(HttpStatusCode.valueOf(stored.status()));
            if (stored.location() != null) {
                response.getHeaders().setLocation(URI.create(stored.location()));
            }
        }
        return answered;
    }
}
