// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.json.Expectations;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Problems for all exceptions of handlers, those of Spring MVC and those of our own code (see {@link Failures}). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private final Failures failures;
    private final ProblemWriter problems;

    ProblemAdvice(Failures failures, ProblemWriter problems) {
        this.failures = failures;
        this.problems = problems;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> handleOther(Exception failure, WebRequest request) {
        return handleExceptionInternal(failure, null, HttpHeaders.EMPTY, HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var servletRequest = ((ServletWebRequest) request).getRequest();
        return problems.entity(refusalFor(failure, headers, status, servletRequest), servletRequest);
    }

    private Refusal refusalFor(
            Exception failure, HttpHeaders headers, HttpStatusCode status, HttpServletRequest request) {
        return switch (failure) {
            case MaxUploadSizeExceededException e ->
                Refusal.of(KnownProblem.TOO_LARGE, "Send at most " + e.getMaxUploadSize() + " bytes.");
            case AuthenticationException ignored -> Refusal.ofStatus(401);
            case AccessDeniedException ignored ->
                failures.refusalFor(KernelProblem.FORBIDDEN.because("This account may not do this."), request);
            case HttpMessageNotReadableException e -> UnreadableBodies.refusalFor(e);
            case MethodArgumentNotValidException e -> InvalidArguments.refusalFor(e);
            case HandlerMethodValidationException e when !e.isForReturnValue() -> InvalidArguments.refusalFor(e);
            case MethodArgumentTypeMismatchException e ->
                Refusal.of(Fields.invalid(Pointers.of(e.getParameter()), Expectations.of(e.getRequiredType())));
            case MissingServletRequestParameterException e ->
                Refusal.of(Fields.invalid(e.getParameterName(), "is required"));
            case MissingRequestHeaderException e -> Refusal.of(Fields.invalid(e.getHeaderName(), "is required"));
            case InvalidParameterException ignored ->
                Refusal.of(
                        KernelProblem.INVALID_REQUEST.because(
                                "The query string has too many parameters, or is not percent-encoded as UTF-8. Send fewer, or encode them."));
            case RequestRejectedException ignored ->
                Refusal.of(KernelProblem.INVALID_REQUEST.because(
                        "The name of a parameter or header has characters that are not allowed. Send printable ones."));
            case HttpMediaTypeNotSupportedException e
            when !e.getSupportedMediaTypes().contains(MediaType.APPLICATION_JSON) ->
                Refusal.of(
                                KnownProblem.UNSUPPORTED_MEDIA_TYPE,
                                "Send "
                                        + StringUtils.collectionToDelimitedString(e.getSupportedMediaTypes(), " or ")
                                        + '.')
                        .with(headers);
            case ErrorResponseException e
            when e.getHeaders().containsHeader(HttpHeaders.ACCEPT_ENCODING) ->
                Refusal.of(KnownProblem.UNSUPPORTED_MEDIA_TYPE, "Send the body without a content coding.")
                        .with(headers);
            // The caller means any version, so that no other one is stale (RFC 9110, section 13.1.1).
            case DomainException lost
            when lost.type() == KernelProblem.STALE_VERSION && "*".equals(request.getHeader(HttpHeaders.IF_MATCH)) ->
                Refusal.of(
                        KernelProblem.BUSY.because(
                                "Another request changed the resource at the same moment, and this one changed nothing. Send it again."));
            case HttpMediaTypeNotAcceptableException e ->
                Refusal.of(
                        KnownProblem.NOT_ACCEPTABLE,
                        "Accept one of: " + StringUtils.collectionToDelimitedString(e.getSupportedMediaTypes(), ", ")
                                + '.');
            default ->
                status.is4xxClientError()
                        ? Refusal.ofStatus(status.value()).with(headers)
                        : failures.refusalFor(failure, request);
        };
    }
}
