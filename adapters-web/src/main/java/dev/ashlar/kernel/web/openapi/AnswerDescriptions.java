package dev.ashlar.kernel.web.openapi;

import static java.util.stream.Collectors.joining;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.Answered;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Descriptions of answers: headers of successes, problems of an operation, and problems that HTTP itself has everywhere. */
final class AnswerDescriptions {
    private static final String RESPONSES = "#/components/responses/";
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";
    private static final List<KnownProblem> OF_ALL = List.of(
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
                response.addHeaderObject(HttpHeaders.ETAG, header("Version of the resource, for If-Match.", "\"3\""));
            }
            if (answer == Listing.class) {
                response.addHeaderObject(
                        HttpHeaders.LINK,
                        header(
                                "Path of the next page, unless this is the last.",
                                "</api/v1/…?cursor=…>; rel=\"next\""));
            }
            if (status.equals(CREATED) && (answer == Versioned.class || answer == Answered.class)) {
                response.addHeaderObject(HttpHeaders.LOCATION, header("Path of the new resource.", "/api/v1/…"));
            }
        });
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
        headersOf(problems.getFirst().status()).forEach(response::addHeaderObject);
        return response;
    }

    private static Map<String, Header> headersOf(int status) {
        var headers = new TreeMap<String, Header>();
        switch (status) {
            case 401 -> headers.put(HttpHeaders.WWW_AUTHENTICATE, header("Scheme of the token.", "Bearer"));
            case 429 -> {
                headers.put(HttpHeaders.RETRY_AFTER, header("Seconds to wait.", "5"));
                headers.put(
                        "RateLimit-Policy",
                        header("Requests in a window of seconds, if the rate is exceeded.", "\"caller\";q=600;w=60"));
                headers.put(
                        "RateLimit",
                        header(
                                "Requests left, and seconds until there are more, if the rate is exceeded.",
                                "\"caller\";r=0;t=60"));
            }
            case 503 -> headers.put(HttpHeaders.RETRY_AFTER, header("Seconds to wait.", "5"));
            default -> {}
        }
        return headers;
    }

    /** Refers to the common problems, each of which is described once. */
    static void addCommon(Operation operation) {
        OF_ALL.forEach(problem -> refer(operation.getResponses(), problem));
        if (operation.getRequestBody() != null) {
            OF_BODIES.forEach(problem -> refer(operation.getResponses(), problem));
        }
        if (!operation.getResponses().containsKey(NO_CONTENT)) {
            refer(operation.getResponses(), KnownProblem.NOT_ACCEPTABLE);
        }
    }

    private static void refer(ApiResponses responses, KnownProblem problem) {
        responses.computeIfAbsent(
                Integer.toString(problem.status()), status -> new ApiResponse().$ref(RESPONSES + problem.code()));
    }

    /** Describes the common problems. */
    static void describeCommon(Components components) {
        OF_ALL.forEach(problem -> components.addResponses(problem.code(), of(List.of(problem))));
        OF_BODIES.forEach(problem -> components.addResponses(problem.code(), of(List.of(problem))));
        components.addResponses(KnownProblem.NOT_ACCEPTABLE.code(), of(List.of(KnownProblem.NOT_ACCEPTABLE)));
    }

    private static Header header(String description, String example) {
        return new Header().description(description).schema(new StringSchema().example(example));
    }
}
