package dev.ashlar.kernel.web.openapi;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Problems of operations: those that they declare, and those of their arguments. A declared code that does not exist stops the start.
 */
@Component
final class OperationProblems implements SmartInitializingSingleton {
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

    List<KnownProblem> of(HandlerMethod handler) {
        return Stream.of(common(handler), broughtAlong(handler), declared(handler))
                .flatMap(codes -> codes)
                .distinct()
                .map(code -> catalogue
                        .find(code)
                        .orElseThrow(() -> new IllegalStateException("@Refuses at " + handler.getShortLogMessage()
                                + " names the problem " + code + ", but no ProblemType has this code")))
                .toList();
    }

    private static Stream<String> common(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PublicEndpoint.class)
                ? Stream.of(KernelProblem.INVALID_REQUEST.code())
                : Stream.of(KernelProblem.INVALID_REQUEST.code(), KernelProblem.UNAUTHENTICATED.code());
    }

    private static Stream<String> broughtAlong(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .flatMap(parameter -> BY_ARGUMENT.getOrDefault(parameter.getParameterType(), List.of()).stream())
                .map(ProblemType::code);
    }

    private static Stream<String> declared(HandlerMethod handler) {
        var refuses = handler.getMethodAnnotation(Refuses.class);
        return refuses == null ? Stream.of() : Stream.of(refuses.value());
    }
}
