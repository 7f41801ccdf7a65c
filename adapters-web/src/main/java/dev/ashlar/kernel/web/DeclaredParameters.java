// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.json.TextForm;
import dev.ashlar.kernel.web.problem.Pointers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Check of query parameters: an operation refuses those that it does not declare, because a misspelled filter must not pass for none,
 * a second value where there is one, and values that PostgreSQL cannot store. Controllers that are {@link LenientParameters} ignore
 * unknown parameters.
 */
final class DeclaredParameters implements HandlerInterceptor {
    private final Map<Method, Declared> byHandler = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !HttpMethod.OPTIONS.matches(request.getMethod())) {
            var declared = byHandler.computeIfAbsent(method.getMethod(), ignored -> Declared.by(method));
            request.getParameterMap().forEach(declared::check);
            if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
                declared.inPath().forEach((name, type) -> requireForm(name, type, variables.get(name)));
            }
        }
        return true;
    }

    /** True for types for which Spring falls back to a lenient editor if our converter refuses a value. */
    private static boolean hasEditor(Class<?> type) {
        return type.isEnum() || type == UUID.class;
    }

    private static void requireForm(String name, Class<?> type, @Nullable Object value) {
        var form = Objects.requireNonNull(TextForm.of(type));
        Fields.require(value != null && form.read(value.toString()) != null, name, form.expectation());
    }

    /**
     * Inputs of one operation besides its body.
     *
     * @param inQuery types of the query parameters, by name
     * @param inPath types of the path variables that Spring might read leniently, by name
     * @param isLenient true if unknown query parameters are ignored
     */
    private record Declared(Map<String, Class<?>> inQuery, Map<String, Class<?>> inPath, boolean isLenient) {
        static Declared by(HandlerMethod handler) {
            var inQuery = new TreeMap<String, Class<?>>();
            var inPath = new TreeMap<String, Class<?>>();
            for (var parameter : handler.getMethodParameters()) {
                var type = parameter.getParameterType();
                if (parameter.hasParameterAnnotation(RequestParam.class)) {
                    inQuery.put(Pointers.of(parameter), type);
                } else if (type == PageRequest.class) {
                    inQuery.put(PageParameters.LIMIT, int.class);
                    inQuery.put(PageParameters.CURSOR, String.class);
                } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                    for (var component : type.getRecordComponents()) {
                        inQuery.put(component.getName(), component.getType());
                    }
                } else if (parameter.hasParameterAnnotation(PathVariable.class) && hasEditor(type)) {
                    inPath.put(Pointers.of(parameter), type);
                }
            }
            return new Declared(
                    inQuery,
                    inPath,
                    AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), LenientParameters.class));
        }

        void check(String name, String[] values) {
            var type = inQuery.get(name);
            if (type == null) {
                var known = inQuery.isEmpty()
                        ? "this operation has no query parameters"
                        : "known are " + String.join(", ", inQuery.keySet());
                Fields.require(isLenient, name, "is not known here; " + known);
                return;
            }
            Fields.require(values.length == 1 || isMultiple(type), name, "must not appear twice");
            for (var value : values) {
                Fields.require(TextForm.STRING.read(value) != null, name, TextForm.STRING.expectation());
                if (hasEditor(type)) {
                    requireForm(name, type, value);
                }
            }
        }

        private static boolean isMultiple(Class<?> type) {
            return type.isArray() || Collection.class.isAssignableFrom(type);
        }
    }
}
