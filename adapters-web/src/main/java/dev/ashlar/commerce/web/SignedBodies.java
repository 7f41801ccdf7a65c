// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks the signature of a webhook over the bytes of its body, before they are parsed. */
@ControllerAdvice
final class SignedBodies extends RequestBodyAdviceAdapter {
    private final WebhookSignature signature;

    SignedBodies(WebhookSignature signature) {
        this.signature = signature;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return parameter.getParameterType() == WebhookController.WebhookRequest.class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var body = message.getBody().readAllBytes();
        @Nullable String header = message.getHeaders().getFirst(WebhookSignature.HEADER);
        signature.require(header == null ? "" : header, body);
        return new Verified(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private record Verified(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
