package dev.ashlar.kernel.web.problem;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What a caller calls a parameter of a handler. */
public final class ParameterNames {
    private ParameterNames() {}

    public static String of(MethodParameter parameter) {
        var declared = parameter.getParameter();
        return Stream.of(RequestParam.class, PathVariable.class, RequestHeader.class)
                .map(kind -> AnnotatedElementUtils.getMergedAnnotationAttributes(declared, kind))
                .filter(Objects::nonNull)
                .map(attributes -> attributes.getString("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(declared::getName);
    }
}
