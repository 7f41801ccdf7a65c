package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads which part of a list is asked for. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,3}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var limit = single(request, LIMIT);
        var cursor = single(request, CURSOR);
        return new PageRequest(
                limit == null ? PageRequest.DEFAULT_LIMIT : number(limit),
                cursor == null ? null : Cursor.parse(cursor));
    }

    private static @Nullable String single(NativeWebRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw invalid(name, "must not appear twice");
        }
        return values == null ? null : values[0];
    }

    private static int number(String limit) {
        if (!SMALL_NUMBER.matcher(limit).matches()) {
            throw invalid(LIMIT, "must be from 1 to " + PageRequest.MAX_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static DomainException invalid(String name, String message) {
        return KernelProblem.INVALID_REQUEST.because(name + ' ' + message + '.').at(name, message);
    }
}
