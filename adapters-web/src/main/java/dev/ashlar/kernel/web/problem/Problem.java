package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException.FieldError;
import java.util.List;

/**
 * The body of every answer that is not what was asked for (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code /problems/} and the stable code; read there what it means
 * @param title one sentence that holds for every occurrence
 * @param status the HTTP status, repeated
 * @param detail what was wrong this time, and how to mend it
 * @param instance path of the request
 * @param traceId id of the trace, also in the log lines of the request and in the {@code traceparent} header of its answer
 * @param errors the fields, parameters or headers that are wrong; empty if none is
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        List<FieldError> errors) {
    /** Where the descriptions of all problems stand. */
    public static final String TYPE_PREFIX = "/problems/";
}
