// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.ActorArgument;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.problem.Pointers;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/**
 * Descriptions of parameters: of arguments that the kernel resolves, and of those that mean the same in every operation. All others
 * are described where they are declared.
 */
final class ParameterDescriptions {
    private static final String ID = "Id";

    private ParameterDescriptions() {}

    /** Adds the kernel's parameters, and describes ids and {@code count} unless the operation does. */
    static void add(Operation operation, HandlerMethod handler) {
        for (var argument : handler.getMethodParameters()) {
            parametersOf(argument.getParameterType()).forEach(operation::addParametersItem);
        }
        if (AnswerDescriptions.isKnownByTag(handler)) {
            operation.addParametersItem(parameter(
                            "header", HttpHeaders.IF_NONE_MATCH, false, new StringSchema().example("\"3\""))
                    .description("ETag of the resource as it is known. It is sent again only if it has changed."));
        }
        for (var parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            describeDefault(parameter.getSchema());
            for (var argument : handler.getMethodParameters()) {
                if (parameter.getDescription() == null && parameter.getName().equals(Pointers.of(argument))) {
                    parameter.setDescription(descriptionOf(argument));
                }
            }
        }
    }

    private static List<Parameter> parametersOf(Class<?> argument) {
        if (argument == Actor.class) {
            var platform = new StringSchema()._default(Actor.DEFAULT_PLATFORM);
            return List.of(parameter("header", ActorArgument.PLATFORM_HEADER, false, platform)
                    .description("Code of the platform (product) of the request."));
        }
        if (argument == PageRequest.class) {
            var limit = new IntegerSchema()._default(PageRequest.DEFAULT_LIMIT).format(null);
            limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
            return List.of(
                    parameter("query", "limit", false, limit).description("Maximum number of items."),
                    parameter("query", "cursor", false, new StringSchema())
                            .description("nextCursor of the previous page."));
        }
        if (argument == IfMatch.class) {
            return List.of(parameter("header", HttpHeaders.IF_MATCH, true, new StringSchema().example("\"3\""))
                    .description("ETag of the resource as it was read; * for any version."));
        }
        if (argument == Once.class) {
            var key = new StringSchema().maxLength(Idempotency.MAX_KEY_LENGTH);
            key.example("0b8f4b0e-6c7f-4f0e-9a52-3f1d5f3f2b11");
            return List.of(parameter("header", Idempotency.KEY_HEADER, true, key)
                    .description("Random key of the request, which stays the same when the request is sent again."));
        }
        return List.of();
    }

    private static Parameter parameter(String in, String name, boolean isRequired, Schema<?> schema) {
        return new Parameter().in(in).name(name).required(isRequired).schema(schema);
    }

    /** A default is one of the values that clients write; springdoc says the constant. */
    private static void describeDefault(@Nullable Schema<?> schema) {
        if (schema != null && schema.getEnum() != null && schema.getDefault() != null) {
            schema.getEnum().stream()
                    .filter(label -> label.toString()
                            .equalsIgnoreCase(schema.getDefault().toString()))
                    .findFirst()
                    .ifPresent(schema::setDefault);
        }
    }

    private static @Nullable String descriptionOf(MethodParameter argument) {
        var type = argument.getParameterType().getSimpleName();
        if (type.endsWith(ID)) {
            var words = type.substring(0, type.length() - ID.length()).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            return "Id of the " + words.toLowerCase(Locale.ROOT) + ".";
        }
        boolean isCount = type.equals("boolean") && Pointers.of(argument).equals("count");
        return isCount ? "True to add total, the number of items on all pages." : null;
    }
}
