// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.models.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Sentences on retries, at the end of the descriptions of operations. */
final class RetryDescriptions {
    private static final Set<RequestMethod> IDEMPOTENT = Set.of(RequestMethod.PUT, RequestMethod.DELETE);

    private RetryDescriptions() {}

    /** Adds the sentence, except to reads, which may always be repeated. */
    static void add(Operation operation, HandlerMethod handler) {
        effectOf(handler).map(RetryEffect::sentence).ifPresent(sentence -> {
            var description = operation.getDescription();
            operation.setDescription(description == null ? sentence : description + "\n\n" + sentence);
        });
    }

    private static Optional<RetryEffect> effectOf(HandlerMethod handler) {
        var retry = handler.getMethodAnnotation(Retry.class);
        if (retry != null) {
            return Optional.of(retry.value());
        }
        if (takes(handler, Once.class)) {
            return Optional.of(RetryEffect.ANSWERED);
        }
        if (takes(handler, IfMatch.class)) {
            return Optional.of(RetryEffect.STALE);
        }
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        boolean isIdempotent = mapping != null && Stream.of(mapping.method()).anyMatch(IDEMPOTENT::contains);
        return isIdempotent ? Optional.of(RetryEffect.UNCHANGED) : Optional.empty();
    }

    private static boolean takes(HandlerMethod handler, Class<?> argument) {
        return Stream.of(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == argument);
    }
}
