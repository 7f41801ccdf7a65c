package dev.ashlar.kernel.web.openapi;

import dev.ashlar.kernel.web.problem.Pointers;
import io.swagger.v3.oas.models.Operation;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Descriptions of parameters that mean the same in every operation. All others are described where they are declared. */
final class ParameterDescriptions {
    private static final String ID = "Id";

    private ParameterDescriptions() {}

    /** Describes ids and {@code count} unless the operation does. */
    static void add(Operation operation, HandlerMethod handler) {
        for (var argument : handler.getMethodParameters()) {
            descriptionOf(argument)
                    .ifPresent(description -> operation.getParameters().stream()
                            .filter(parameter -> parameter.getName().equals(Pointers.of(argument)))
                            .filter(parameter -> parameter.getDescription() == null)
                            .forEach(parameter -> parameter.setDescription(description)));
        }
    }

    private static Optional<String> descriptionOf(MethodParameter argument) {
        var type = argument.getParameterType().getSimpleName();
        if (type.endsWith(ID)) {
            var words = type.substring(0, type.length() - ID.length()).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            return Optional.of("Id of the " + words.toLowerCase(Locale.ROOT) + ".");
        }
        boolean isCount = type.equals("boolean") && Pointers.of(argument).equals("count");
        return isCount ? Optional.of("True to add total, the number of items on all pages.") : Optional.empty();
    }
}
