package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Responses of operations with their problems, each with an example. */
@Component
final class ProblemResponses implements GlobalOperationCustomizer {
    private final OperationProblems problems;

    ProblemResponses(OperationProblems problems) {
        this.problems = problems;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        problems.of(handler).stream()
                .collect(groupingBy(KnownProblem::status, TreeMap::new, toList()))
                .forEach((status, some) -> operation.getResponses().addApiResponse(status.toString(), response(some)));
        return operation;
    }

    private static ApiResponse response(List<KnownProblem> problems) {
        var body = new MediaType().schema(new Schema<>().$ref(ApiDescription.PROBLEM_SCHEMA));
        for (var problem : problems) {
            body.addExamples(
                    problem.code(), new Example().summary(problem.title()).value(example(problem)));
        }
        return new ApiResponse()
                .description(problems.stream().map(KnownProblem::title).collect(joining("; ")))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body));
    }

    private static Problem example(KnownProblem problem) {
        return new Problem(
                Problem.TYPE_PREFIX + problem.code(),
                problem.title(),
                problem.status(),
                "Description of this occurrence, and then what to do.",
                "/api/v1/…",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                List.of());
    }
}
