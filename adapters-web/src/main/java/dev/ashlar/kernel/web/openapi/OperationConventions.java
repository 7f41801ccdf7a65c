// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.ProblemCatalogue;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Token, parameters, retries, problems and headers of operations. Arguments that the kernel resolves add headers, parameters and problems; the
 * operation declares further problems. A declared code that does not exist stops the start.
 */
@Component
record OperationConventions(ObjectProvider<RequestMappingHandlerMapping> mappings)
        implements GlobalOperationCustomizer, SmartInitializingSingleton {
    private static final Map<Class<?>, List<ProblemType>> BY_ARGUMENT = Map.of(
            Actor.class, List.of(KernelProblem.UNKNOWN_PLATFORM),
            PageRequest.class, List.of(KernelProblem.INVALID_CURSOR),
            IfMatch.class, List.of(KernelProblem.VERSION_REQUIRED, KernelProblem.STALE_VERSION),
            Once.class, List.of(KernelProblem.IDEMPOTENCY_KEY_REQUIRED, KernelProblem.IDEMPOTENCY_KEY_REUSED));

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(OperationConventions::problemsOf);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setSecurity(new ArrayList<>(securityOf(handler)));
        ParameterDescriptions.add(operation, handler);
        RetryDescriptions.add(operation, handler);
        AnswerDescriptions.addHeaders(operation.getResponses(), handler);
        problemsOf(handler).stream()
                .collect(groupingBy(KnownProblem::status, TreeMap::new, toList()))
                .forEach((status, some) -> operation
                        .getResponses()
                        .addApiResponse(status.toString(), AnswerDescriptions.ofDeclared(status, some)));
        AnswerDescriptions.addCommon(operation);
        return operation;
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

    private static List<KnownProblem> problemsOf(HandlerMethod handler) {
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

    private static KnownProblem find(String code, HandlerMethod handler) {
        return ProblemCatalogue.find(code)
                .orElseThrow(() -> new IllegalStateException("@Refuses at " + handler.getShortLogMessage()
                        + " names the problem " + code + ", but no ProblemType named …Problem has this code"));
    }
}
