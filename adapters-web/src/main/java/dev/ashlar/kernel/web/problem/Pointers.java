// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;

/** Places of values as field errors name them: JSON pointers into bodies (RFC 6901), or names of parameters and headers. */
public final class Pointers {
    private Pointers() {}

    /** Returns the name that callers use for a parameter of a handler. */
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

    static String of(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            var property = step.getPropertyName();
            pointer.append('/');
            pointer.append(
                    property == null
                            ? step.getIndex()
                            : property.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Translates a path of bean validation such as {@code items[0].price}. */
    static String ofValidationPath(String path) {
        return '/' + path.replace("]", "").replace('[', '/').replace('.', '/');
    }
}
