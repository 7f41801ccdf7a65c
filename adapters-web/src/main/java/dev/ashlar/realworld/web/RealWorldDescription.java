// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static java.util.Objects.requireNonNull;

import dev.ashlar.kernel.KernelProblem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Description of the errors of the RealWorld API in its own form; the kernel has described them as problems. */
@Component
final class RealWorldDescription implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String TOKEN_SCHEME = "realWorldToken";
    private static final String SCHEMA = "#/components/schemas/" + FieldErrors.class.getSimpleName();
    private static final String INVALID = String.valueOf(RealWorldErrorForm.INVALID);
    private static final String UNPROCESSABLE = String.valueOf(RealWorldErrorForm.UNPROCESSABLE);

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(FieldErrors.class).forEach(api.getComponents()::addSchemas);
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN_SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(HttpHeaders.AUTHORIZATION)
                                .description("The word Token, a blank and the access token."));
        api.getPaths().forEach((path, item) -> {
            if (RealWorld.serves(path)) {
                item.readOperations().forEach(operation -> rewrite(operation, api.getComponents()));
            }
        });
    }

    private static void rewrite(Operation operation, Components components) {
        if (!operation.getSecurity().isEmpty()) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN_SCHEME));
        }
        operation.getResponses().replaceAll((status, response) -> inFull(response, components));
        rewrite(operation.getResponses());
    }

    /** The common problems have the other form. */
    private static ApiResponse inFull(ApiResponse response, Components components) {
        if (response.get$ref() == null) {
            return response;
        }
        var common = requireNonNull(components.getResponses().get(StringUtils.unqualify(response.get$ref(), '/')));
        return new ApiResponse()
                .description(common.getDescription())
                .headers(common.getHeaders())
                .content(common.getContent());
    }

    private static void rewrite(ApiResponses responses) {
        var invalid = responses.remove(INVALID);
        if (invalid != null) {
            responses.merge(UNPROCESSABLE, invalid, RealWorldDescription::together);
        }
        for (var response : responses.values()) {
            var problem =
                    response.getContent() == null ? null : response.getContent().get(PROBLEM);
            if (problem != null) {
                response.setContent(new Content().addMediaType(RealWorld.JSON, errors(problem.getExamples())));
            }
        }
    }

    /** Joins the responses to refused and to invalid input, which have the same status here. */
    private static ApiResponse together(ApiResponse refused, ApiResponse invalid) {
        examples(refused).putAll(examples(invalid));
        return refused.description(invalid.getDescription() + " " + refused.getDescription());
    }

    private static Map<String, Example> examples(ApiResponse response) {
        return requireNonNull(response.getContent().get(PROBLEM)).getExamples();
    }

    private static MediaType errors(Map<String, Example> problems) {
        var errors = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        problems.forEach((code, problem) -> errors.addExamples(
                code, new Example().summary(problem.getSummary()).value(example(code, problem.getSummary()))));
        return errors;
    }

    private static FieldErrors example(String code, String title) {
        if (code.equals(KernelProblem.INVALID_REQUEST.code())) {
            return new FieldErrors(Map.of("field", List.of(RealWorldErrorForm.BLANK)));
        }
        if (code.equals(KernelProblem.UNAUTHENTICATED.code())) {
            return RealWorldErrors.MISSING_TOKEN;
        }
        var known = RealWorldErrors.forCode(code);
        return known == null ? RealWorldErrors.error(RealWorldErrorForm.BODY, title) : known;
    }
}
