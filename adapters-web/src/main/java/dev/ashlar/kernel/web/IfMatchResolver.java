package dev.ashlar.kernel.web;

import dev.ashlar.kernel.KernelProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads which version of a resource the caller means to change. */
final class IfMatchResolver implements HandlerMethodArgumentResolver {
    /** A strong ETag as {@link ETags} writes it; nine digits always fit an int. */
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public IfMatch resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw KernelProblem.VERSION_REQUIRED
                    .because("Read the resource and send its ETag in If-Match.")
                    .at(HttpHeaders.IF_MATCH, "is required");
        }
        var version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw KernelProblem.INVALID_REQUEST
                    .because("Send the ETag of the resource in If-Match unchanged, quotes included.")
                    .at(HttpHeaders.IF_MATCH, "must be one strong ETag such as \"3\"");
        }
        return new IfMatch(Integer.parseInt(version.group(1)));
    }
}
