// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException.FieldError;
import java.util.List;

/**
 * Body of every refusal (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code /problems/} followed by the code, where the problem is described
 * @param title fact that holds for every occurrence
 * @param status HTTP status
 * @param detail description of this occurrence, and then what to do
 * @param instance path of the request
 * @param traceId id of the trace, also in the log lines of the request and in the {@code traceparent} header of its answer
 * @param errors fields, parameters or headers that are wrong
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        List<FieldError> errors) {
    /** Path of the descriptions of all problems. */
    public static final String TYPE_PREFIX = "/problems/";
}
