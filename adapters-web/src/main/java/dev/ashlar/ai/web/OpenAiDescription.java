// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static java.util.Objects.requireNonNull;

import dev.ashlar.kernel.web.problem.KnownProblem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Description of the errors of the operations for clients of OpenAI in their form; the kernel has described them as problems. */
@Component
final class OpenAiDescription implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String SCHEMA = "#/components/schemas/" + OpenAiError.class.getSimpleName();

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(OpenAiError.class).forEach(api.getComponents()::addSchemas);
        api.getPaths().forEach((path, item) -> {
            if (path.startsWith(OpenAiErrorForm.ROOT)) {
                item.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .replaceAll((status, response) -> rewritten(status, response, api.getComponents())));
            }
        });
    }

    /** The common problems have the other form, so that they are described here once more. */
    private static ApiResponse rewritten(String status, ApiResponse response, Components components) {
        var described = response.get$ref() == null
                ? response
                : requireNonNull(components.getResponses().get(StringUtils.unqualify(response.get$ref(), '/')));
        var problem =
                described.getContent() == null ? null : described.getContent().get(PROBLEM);
        return problem == null
                ? response
                : new ApiResponse()
                        .description(described.getDescription())
                        .headers(described.getHeaders())
                        .content(new Content()
                                .addMediaType(JSON, errors(Integer.parseInt(status), problem.getExamples())));
    }

    private static MediaType errors(int status, Map<String, Example> problems) {
        var errors = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        problems.forEach((code, example) -> {
            var problem = new KnownProblem(code, status, example.getSummary());
            var error = new OpenAiError(OpenAiErrorForm.body(
                    problem, problem.title() + ". Description of this occurrence, and then what to do.", null));
            errors.addExamples(code, new Example().summary(problem.title()).value(error));
        });
        return errors;
    }
}
