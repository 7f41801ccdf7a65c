package dev.ashlar.kernel.web;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.web.json.EnumLabels;
import dev.ashlar.kernel.web.json.StorableText;
import dev.ashlar.kernel.web.problem.ParameterNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the operation does not know: a misspelled filter must not pass for none. Refuses values
 * that could never be stored or found, too.
 */
final class DeclaredParameters implements HandlerInterceptor {
    private final Map<Method, Declared> byHandler = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var declared = byHandler.computeIfAbsent(method.getMethod(), ignored -> Declared.by(method));
            for (var parameter : request.getParameterMap().entrySet()) {
                declared.check(parameter.getKey(), parameter.getValue());
            }
        }
        return true;
    }

    /**
     * What one operation reads from the query.
     *
     * @param types the type of each parameter, by name
     */
    private record Declared(Map<String, Class<?>> types) {
        static Declared by(HandlerMethod handler) {
            var types = new TreeMap<String, Class<?>>();
            for (var parameter : handler.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestParam.class)) {
                    types.put(ParameterNames.of(parameter), parameter.getParameterType());
                } else if (parameter.getParameterType() == Page.class) {
                    types.put(PageResolver.LIMIT, int.class);
                    types.put(PageResolver.CURSOR, String.class);
                } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                    for (var component : parameter.getParameterType().getRecordComponents()) {
                        types.put(component.getName(), component.getType());
                    }
                }
            }
            return new Declared(types);
        }

        void check(String name, String[] values) {
            var type = types.get(name);
            if (type == null) {
                throw invalid(
                        name,
                        types.isEmpty()
                                ? "is not known here; this operation has no query parameters"
                                : "is not known here; known are " + String.join(", ", types.keySet()));
            }
            for (var value : values) {
                if (!StorableText.isStorable(value)) {
                    throw invalid(name, StorableText.EXPECTATION);
                }
                // Spring falls back to the constant's name where our own converter has refused.
                if (type.isEnum() && !EnumLabels.isLabel(type, value)) {
                    throw invalid(name, EnumLabels.expectation(type));
                }
            }
        }

        private static DomainException invalid(String name, String message) {
            return KernelProblem.INVALID_REQUEST
                    .because("Correct the query parameter that errors names, or leave it out.")
                    .at(name, message);
        }
    }
}
