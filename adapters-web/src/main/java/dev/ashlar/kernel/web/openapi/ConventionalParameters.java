package dev.ashlar.kernel.web.openapi;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Set;
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
        for (var parameter : handler.getMethodParameters()) {
            addFor(parameter.getParameterType(), operation);
        }
        return operation;
    }

    private static void addFor(Class<?> type, Operation operation) {
        if (type == Actor.class) {
            operation.addParametersItem(header("X-Platform", false)
                    .description("Code of the platform (product) of the request.")
                    .schema(schema("string")._default(Actor.DEFAULT_PLATFORM)));
        } else if (type == PageRequest.class) {
            operation.addParametersItem(
                    query("limit").description("Maximum number of items.").schema(limit()));
            operation.addParametersItem(query("cursor")
                    .description("nextCursor of the previous page.")
                    .schema(schema("string")));
        } else if (type == IfMatch.class) {
            operation.addParametersItem(header(HttpHeaders.IF_MATCH, true)
                    .description("ETag of the resource as it was read.")
                    .schema(schema("string").example("\"3\"")));
        } else if (type == Once.class) {
            operation.addParametersItem(header(Idempotency.KEY_HEADER, true)
                    .description("Random key of the request, which stays the same when the request is sent again.")
                    .schema(schema("string")
                            .maxLength(Idempotency.MAX_KEY_LENGTH)
                            .example("0b8f4b0e-6c7f-4f0e-9a52-3f1d5f3f2b11")));
        }
    }

    private static Schema<Object> limit() {
        var schema = schema("integer");
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        schema.setDefault(PageRequest.DEFAULT_LIMIT);
        return schema;
    }

    private static Parameter header(String name, boolean required) {
        return new Parameter().in("header").name(name).required(required);
    }

    private static Parameter query(String name) {
        return new Parameter().in("query").name(name).required(false);
    }

    private static Schema<Object> schema(String type) {
        var schema = new Schema<Object>();
        schema.setTypes(Set.of(type));
        return schema;
    }
}
