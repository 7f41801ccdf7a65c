package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.ProblemCatalogue;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Token, parameters, problems and headers of operations. Arguments that the kernel resolves add headers, parameters and problems; the
 * operation declares further problems. A declared code that does not exist stops the start.
 */
@Component
final class OperationConventions implements GlobalOperationCustomizer, SmartInitializingSingleton {
    private static final Map<Class<?>, List<ProblemType>> BY_ARGUMENT = Map.of(
            Actor.class, List.of(KernelProblem.UNKNOWN_PLATFORM),
            PageRequest.class, List.of(KernelProblem.INVALID_CURSOR),
            IfMatch.class, List.of(KernelProblem.VERSION_REQUIRED, KernelProblem.STALE_VERSION),
            Once.class, List.of(KernelProblem.IDEMPOTENCY_KEY_REQUIRED, KernelProblem.IDEMPOTENCY_KEY_REUSED));

    private final ProblemCatalogue catalogue;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OperationConventions(ProblemCatalogue catalogue, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.catalogue = catalogue;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(this::problemsOf);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setSecurity(new ArrayList<>(securityOf(handler)));
        for (var argument : handler.getMethodParameters()) {
            parametersOf(argument.getParameterType()).forEach(operation::addParametersItem);
        }
        describeDefaults(operation);
        ParameterDescriptions.add(operation, handler);
        AnswerDescriptions.addHeaders(operation.getResponses(), handler);
        problemsOf(handler).stream()
                .collect(groupingBy(KnownProblem::status, TreeMap::new, toList()))
                .forEach((status, some) -> operation
                        .getResponses()
                        .addApiResponse(status.toString(), AnswerDescriptions.ofDeclared(status, some)));
        AnswerDescriptions.addCommon(operation);
        return operation;
    }

    /** A default is one of the values that clients write; springdoc says the constant. */
    private static void describeDefaults(Operation operation) {
        for (var parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            Schema<?> schema = parameter.getSchema();
            if (schema != null && schema.getEnum() != null && schema.getDefault() != null) {
                schema.getEnum().stream()
                        .filter(label -> label.toString()
                                .equalsIgnoreCase(schema.getDefault().toString()))
                        .findFirst()
                        .ifPresent(schema::setDefault);
            }
        }
    }

    /** A token is required, or optional where the operation knows nobody as its caller, or not needed. */
    private static List<SecurityRequirement> securityOf(HandlerMethod handler) {
        var token = new SecurityRequirement().addList(ApiDescription.ACCESS_TOKEN);
        if (!handler.hasMethodAnnotation(PublicEndpoint.class)) {
            return List.of(token);
        }
        boolean isOptional = Stream.of(handler.getMethodParameters())
                .anyMatch(argument -> argument.getParameterType() == Actor.class);
        return isOptional ? List.of(new SecurityRequirement(), token) : List.of();
    }

    private static Stream<Parameter> parametersOf(Class<?> argument) {
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

    private List<KnownProblem> problemsOf(HandlerMethod handler) {
        var codes = new LinkedHashSet<String>();
        codes.add(KernelProblem.INVALID_REQUEST.code());
        if (!handler.hasMethodAnnotation(PublicEndpoint.class)) {
            codes.add(KernelProblem.UNAUTHENTICATED.code());
        }
        for (var argument : handler.getMethodParameters()) {
            BY_ARGUMENT.getOrDefault(argument.getParameterType(), List.of()).forEach(type -> codes.add(type.code()));
        }
        var refuses = handler.getMethodAnnotation(Refuses.class);
        if (refuses != null) {
            codes.addAll(List.of(refuses.value()));
        }
        return codes.stream().map(code -> find(code, handler)).toList();
    }

    private KnownProblem find(String code, HandlerMethod handler) {
        return catalogue
                .find(code)
                .orElseThrow(() -> new IllegalStateException("@Refuses at " + handler.getShortLogMessage()
                        + " names the problem " + code + ", but no ProblemType has this code"));
    }
}
