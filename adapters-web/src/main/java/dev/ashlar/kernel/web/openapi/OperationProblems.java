package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
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
import dev.ashlar.kernel.web.problem.Refusal;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Problems of operations, as responses with examples: those that they declare, and those of their arguments. A declared code that
 * does not exist stops the start.
 */
@Component
final class OperationProblems implements GlobalOperationCustomizer, SmartInitializingSingleton {
    private static final Map<Class<?>, List<ProblemType>> BY_ARGUMENT = Map.of(
            Actor.class, List.of(KernelProblem.UNKNOWN_PLATFORM),
            PageRequest.class, List.of(KernelProblem.INVALID_CURSOR),
            IfMatch.class, List.of(KernelProblem.VERSION_REQUIRED, KernelProblem.STALE_VERSION),
            Once.class, List.of(KernelProblem.IDEMPOTENCY_KEY_REQUIRED, KernelProblem.IDEMPOTENCY_KEY_REUSED));

    private final ProblemCatalogue catalogue;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OperationProblems(ProblemCatalogue catalogue, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.catalogue = catalogue;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(this::of);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        of(handler).stream()
                .collect(groupingBy(KnownProblem::status, TreeMap::new, toList()))
                .forEach((status, some) -> operation.getResponses().addApiResponse(status.toString(), response(some)));
        return operation;
    }

    private static ApiResponse response(List<KnownProblem> problems) {
        var body = new MediaType().schema(new Schema<>().$ref(ApiDescription.PROBLEM_SCHEMA));
        for (var problem : problems) {
            var refusal = Refusal.of(problem, "Description of this occurrence, and then what to do.");
            var example = refusal.describedFor("/api/v1/…", "4bf92f3577b34da6a3ce929d0e0e4736");
            body.addExamples(
                    problem.code(), new Example().summary(problem.title()).value(example));
        }
        return new ApiResponse()
                .description(problems.stream().map(KnownProblem::title).collect(joining("; ")))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body));
    }

    private List<KnownProblem> of(HandlerMethod handler) {
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
