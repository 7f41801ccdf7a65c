package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.json.Expectations;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What Spring MVC's own exceptions mean to a caller. */
final class RequestFailures {
    private RequestFailures() {}

    /** The refusal, or null if the failure is not the request's fault. */
    static @Nullable Refusal refusalFor(Exception failure) {
        return switch (failure) {
            case HttpRequestMethodNotSupportedException e ->
                Refusal.of(
                        WebProblem.METHOD_NOT_ALLOWED,
                        "Use one of the methods that the Allow header names.",
                        e.getHeaders());
            case HttpMediaTypeNotSupportedException e ->
                Refusal.of(WebProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.", e.getHeaders());
            case HttpMediaTypeNotAcceptableException e ->
                Refusal.of(WebProblem.NOT_ACCEPTABLE, "Accept one of: " + named(e) + '.');
            case NoResourceFoundException ignored -> StatusRefusals.refusalFor(404);
            case NoHandlerFoundException ignored -> StatusRefusals.refusalFor(404);
            default -> {
                @Nullable DomainException invalid = invalidInput(failure);
                yield invalid == null ? null : Refusal.of(invalid);
            }
        };
    }

    private static @Nullable DomainException invalidInput(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException e ->
                wrong(ParameterNames.of(e.getParameter()), Expectations.of(e.getRequiredType()));
            case MissingServletRequestParameterException e -> wrong(e.getParameterName(), "is required");
            case MissingRequestHeaderException e -> wrong(e.getHeaderName(), "is required");
            case MethodArgumentNotValidException e -> InvalidArguments.refusalFor(e);
            case HandlerMethodValidationException e -> e.isForReturnValue() ? null : InvalidArguments.refusalFor(e);
            case InvalidParameterException ignored ->
                KernelProblem.INVALID_REQUEST.because("Percent-encode the query string as UTF-8.");
            case MissingPathVariableException ignored -> null; // a handler that asks for what its path does not have
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                KernelProblem.INVALID_REQUEST.because("Send the request as the API's description says.");
            default -> null;
        };
    }

    private static DomainException wrong(String parameter, String message) {
        return KernelProblem.INVALID_REQUEST
                .because("Correct " + parameter + ": it " + message + '.')
                .at(parameter, message);
    }

    private static String named(HttpMediaTypeNotAcceptableException failure) {
        return failure.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
