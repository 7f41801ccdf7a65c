package dev.ashlar.kernel.web.openapi;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Descriptions of the headers and parameters of the arguments that the kernel resolves. */
@Component
final class ConventionalParameters implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (!handler.hasMethodAnnotation(PublicEndpoint.class)) {
            operation.addSecurityItem(new SecurityRequirement().addList(ApiDescription.ACCESS_TOKEN));
        }
        for (var argument : handler.getMethodParameters()) {
            of(argument.getParameterType()).forEach(operation::addParametersItem);
        }
        return operation;
    }

    private static Stream<Parameter> of(Class<?> argument) {
        if (argument == Actor.class) {
            var platform = new StringSchema()._default(Actor.DEFAULT_PLATFORM);
            return Stream.of(header("X-Platform", "Code of the platform (product) of the request.", platform)
                    .required(false));
        }
        if (argument == PageRequest.class) {
            var limit = new IntegerSchema()._default(PageRequest.DEFAULT_LIMIT).format(null);
            limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
            return Stream.of(
                    query("limit", "Maximum number of items.", limit),
                    query("cursor", "nextCursor of the previous page.", new StringSchema()));
        }
        if (argument == IfMatch.class) {
            return Stream.of(header(
                    HttpHeaders.IF_MATCH, "ETag of the resource as it was read.", new StringSchema().example("\"3\"")));
        }
        if (argument == Once.class) {
            var key = new StringSchema().maxLength(Idempotency.MAX_KEY_LENGTH);
            return Stream.of(header(
                    Idempotency.KEY_HEADER,
                    "Random key of the request, which stays the same when the request is sent again.",
                    key.example("0b8f4b0e-6c7f-4f0e-9a52-3f1d5f3f2b11")));
        }
        return Stream.of();
    }

    private static Parameter header(String name, String description, Schema<?> schema) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .required(true)
                .schema(schema);
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new QueryParameter()
                .name(name)
                .description(description)
                .required(false)
                .schema(schema);
    }
}
