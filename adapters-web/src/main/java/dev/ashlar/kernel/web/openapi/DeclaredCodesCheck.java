package dev.ashlar.kernel.web.openapi;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start if a handler names a problem that does not exist, rather than the first reader of the description. */
@Component
final class DeclaredCodesCheck implements SmartInitializingSingleton {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final OperationProblems problems;

    DeclaredCodesCheck(ObjectProvider<RequestMappingHandlerMapping> mappings, OperationProblems problems) {
        this.mappings = mappings;
        this.problems = problems;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(problems::of);
    }
}
