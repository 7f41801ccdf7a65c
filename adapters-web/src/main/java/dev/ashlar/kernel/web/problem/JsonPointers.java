package dev.ashlar.kernel.web.problem;

import java.util.List;
import tools.jackson.core.JacksonException;

/** Names places in a body as RFC 6901 does. */
final class JsonPointers {
    private JsonPointers() {}

    static String of(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            pointer.append('/');
            pointer.append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName()));
        }
        return pointer.toString();
    }

    /** From the way validation writes it: {@code items[0].price}. */
    static String ofValidationPath(String path) {
        return '/' + path.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
