package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.ashlar.kernel.web.RealWorld;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.Problem;
import dev.ashlar.kernel.web.problem.RealWorldForm;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation the problems it answers with, each with a body to look at. */
@Component
final class ProblemResponses implements GlobalOperationCustomizer {
    private final OperationProblems problems;
    private final RealWorldForm realWorld;

    ProblemResponses(OperationProblems problems, RealWorldForm realWorld) {
        this.problems = problems;
        this.realWorld = realWorld;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        boolean inRealWorld = isRealWorld(handler);
        problems.of(handler).stream()
                .collect(groupingBy(
                        problem -> inRealWorld ? RealWorldForm.statusOf(problem) : problem.status(),
                        TreeMap::new,
                        toList()))
                .forEach((status, some) -> operation
                        .getResponses()
                        .addApiResponse(status.toString(), inRealWorld ? realWorldResponse(some) : response(some)));
        return operation;
    }

    private static boolean isRealWorld(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class);
        return mapping != null && Stream.of(mapping.path()).anyMatch(path -> RealWorldForm.isSpokenAt(path + "/"));
    }

    private ApiResponse realWorldResponse(List<KnownProblem> problems) {
        var body = new MediaType().schema(new Schema<>().$ref(ApiDescription.FIELD_ERRORS_SCHEMA));
        for (var problem : problems) {
            body.addExamples(
                    problem.code(), new Example().summary(problem.title()).value(realWorld.example(problem)));
        }
        return described(problems, RealWorld.JSON, body);
    }

    private static ApiResponse response(List<KnownProblem> problems) {
        var body = new MediaType().schema(new Schema<>().$ref(ApiDescription.PROBLEM_SCHEMA));
        for (var problem : problems) {
            body.addExamples(
                    problem.code(), new Example().summary(problem.title()).value(example(problem)));
        }
        return described(problems, org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body);
    }

    private static ApiResponse described(List<KnownProblem> problems, String mediaType, MediaType body) {
        return new ApiResponse()
                .description(problems.stream().map(KnownProblem::title).collect(joining(" ")))
                .content(new Content().addMediaType(mediaType, body));
    }

    private static Problem example(KnownProblem problem) {
        return new Problem(
                Problem.TYPE_PREFIX + problem.code(),
                problem.title(),
                problem.status(),
                "What was wrong this time, and how to mend it.",
                "/api/v1/…",
                "4f1c9d0e8a7b6c5d",
                List.of());
    }
}
