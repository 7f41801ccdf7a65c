package dev.ashlar.kernel.web;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.web.json.StorableText;
import dev.ashlar.kernel.web.problem.ParameterNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the operation does not know: a misspelled filter must not pass for none. Refuses values
 * that could never be stored or found, too.
 */
final class DeclaredParameters implements HandlerInterceptor {
    private final Map<Method, Set<String>> byHandler = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var given = request.getParameterMap();
            if (!given.isEmpty()) {
                check(given, byHandler.computeIfAbsent(method.getMethod(), ignored -> declaredBy(method)));
            }
        }
        return true;
    }

    private static void check(Map<String, String[]> given, Set<String> declared) {
        for (var parameter : given.entrySet()) {
            if (!declared.contains(parameter.getKey())) {
                throw invalid(
                        parameter.getKey(),
                        declared.isEmpty()
                                ? "is not known here; this operation has no query parameters"
                                : "is not known here; known are " + String.join(", ", new TreeSet<>(declared)));
            }
            for (var value : parameter.getValue()) {
                if (!StorableText.isStorable(value)) {
                    throw invalid(parameter.getKey(), StorableText.EXPECTATION);
                }
            }
        }
    }

    private static DomainException invalid(String name, String message) {
        return KernelProblem.INVALID_REQUEST
                .because("Correct the query parameter that errors names, or leave it out.")
                .at(name, message);
    }

    private static Set<String> declaredBy(HandlerMethod handler) {
        var names = new HashSet<String>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(ParameterNames.of(parameter));
            } else if (parameter.getParameterType() == Page.class) {
                names.add(PageResolver.LIMIT);
                names.add(PageResolver.CURSOR);
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)
                    && parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(component -> names.add(component.getName()));
            }
        }
        return names;
    }
}
