// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.joining;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.Refusal;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Descriptions of answers: headers of successes, problems of an operation, and problems that HTTP itself has everywhere. */
final class AnswerDescriptions {
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";
    private static final String NOT_MODIFIED = "304";
    private static final List<KnownProblem> OF_ALL = List.of(
            KnownProblem.of(KernelProblem.BUSY),
            KnownProblem.of(KernelProblem.RATE_EXCEEDED),
            KnownProblem.HEADERS_TOO_LARGE,
            KnownProblem.of(KernelProblem.UNAVAILABLE));
    private static final List<KnownProblem> OF_BODIES =
            List.of(KnownProblem.TIMEOUT, KnownProblem.TOO_LARGE, KnownProblem.UNSUPPORTED_MEDIA_TYPE);

    private AnswerDescriptions() {}

    /** Describes the headers that the kernel adds to a success, by the type of its answer. */
    static void addHeaders(ApiResponses responses, HandlerMethod handler) {
        var answer = handler.getReturnType().getParameterType();
        responses.forEach((status, response) -> {
            if (answer == Versioned.class) {
                add(response, HttpHeaders.ETAG, "Version of the resource, for If-Match.", "\"3\"");
            }
            if (answer == Listing.class) {
                var example = "</api/v1/…?cursor=…>; rel=\"next\"";
                add(response, HttpHeaders.LINK, "Path of the next page, unless this is the last.", example);
            }
            if (status.equals(CREATED) && answer == Versioned.class) {
                add(response, HttpHeaders.LOCATION, "Path of the new resource.", "/api/v1/…");
            }
        });
        if (isKnownByTag(handler)) {
            responses.addApiResponse(
                    NOT_MODIFIED,
                    new ApiResponse().description("The resource has not changed since it had this ETag."));
        }
    }

    /** True if the operation answers a caller who has the resource already, with its ETag, without it. */
    static boolean isKnownByTag(HandlerMethod handler) {
        return handler.getReturnType().getParameterType() == Versioned.class
                && handler.hasMethodAnnotation(GetMapping.class);
    }

    /** Describes the problems that an operation declares for one status, with a common one of the same status. */
    static ApiResponse ofDeclared(int status, List<KnownProblem> declared) {
        var common = OF_ALL.stream().filter(problem -> problem.status() == status);
        return of(Stream.concat(declared.stream(), common).toList());
    }

    /** Describes the problems of one status. */
    private static ApiResponse of(List<KnownProblem> problems) {
        var body = new MediaType().schema(new Schema<>().$ref(ApiDescription.PROBLEM_SCHEMA));
        for (var problem : problems) {
            var refusal = Refusal.of(problem, "Description of this occurrence, and then what to do.");
            var example = refusal.describedFor("/api/v1/…", "4bf92f3577b34da6a3ce929d0e0e4736");
            body.addExamples(
                    problem.code(), new Example().summary(problem.title()).value(example));
        }
        var response = new ApiResponse()
                .description(problems.stream().map(KnownProblem::title).collect(joining("; ")))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body));
        addHeaders(response, problems.getFirst().status());
        return response;
    }

    private static void addHeaders(ApiResponse response, int status) {
        if (status == 401) {
            add(response, HttpHeaders.WWW_AUTHENTICATE, "Scheme of the token.", "Bearer");
        }
        if (status == 429) {
            var left = "Requests left, and seconds until there are more, if the rate is exceeded.";
            add(response, "RateLimit", left, "\"caller\";r=0;t=60");
            var policy = "Requests in a window of seconds, if the rate is exceeded.";
            add(response, "RateLimit-Policy", policy, "\"caller\";q=600;w=60");
        }
        if (status == 429 || status == 503) {
            add(response, HttpHeaders.RETRY_AFTER, "Seconds to wait.", "5");
        }
    }

    private static void add(ApiResponse response, String header, String description, String example) {
        response.addHeaderObject(
                header, new Header().description(description).schema(new StringSchema().example(example)));
    }

    /** Refers to the common problems, each of which is described once. */
    static void addCommon(Operation operation) {
        var responses = operation.getResponses();
        OF_ALL.forEach(problem -> refer(responses, problem));
        if (operation.getRequestBody() != null) {
            OF_BODIES.forEach(problem -> refer(responses, problem));
        }
        if (!responses.containsKey(NO_CONTENT)) {
            refer(responses, KnownProblem.NOT_ACCEPTABLE);
        }
    }

    private static void refer(ApiResponses responses, KnownProblem problem) {
        responses.computeIfAbsent(
                Integer.toString(problem.status()),
                _ -> new ApiResponse().$ref("#/components/responses/" + problem.code()));
    }

    /** Describes the common problems. */
    static void describeCommon(Components components) {
        Stream.of(OF_ALL, OF_BODIES, List.of(KnownProblem.NOT_ACCEPTABLE))
                .flatMap(List::stream)
                .forEach(problem -> components.addResponses(problem.code(), of(List.of(problem))));
    }
}
