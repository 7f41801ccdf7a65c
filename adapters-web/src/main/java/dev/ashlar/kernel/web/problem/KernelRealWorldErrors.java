package dev.ashlar.kernel.web.problem;

import static java.util.Map.entry;

import dev.ashlar.kernel.KernelProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The refusals that have no context, where the RealWorld API is spoken. */
@Component
final class KernelRealWorldErrors implements RealWorldErrors {
    @Override
    public Map<String, FieldMessage> byCode() {
        return Map.ofEntries(
                entry(KernelProblem.FORBIDDEN.code(), new FieldMessage("account", "forbidden")),
                entry(KernelProblem.NOT_FOUND.code(), new FieldMessage("resource", "not found")),
                entry(KernelProblem.CONFLICT.code(), new FieldMessage("resource", "has been changed by somebody else")),
                entry(
                        KernelProblem.STALE_VERSION.code(),
                        new FieldMessage("resource", "has just been changed; try again")),
                entry(KernelProblem.BUSY.code(), new FieldMessage("resource", "is being changed; try again")),
                entry(KernelProblem.UNAVAILABLE.code(), new FieldMessage("server", "is not available; try again")),
                entry(WebProblem.METHOD_NOT_ALLOWED.known().code(), new FieldMessage("method", "not allowed")),
                entry(WebProblem.NOT_ACCEPTABLE.known().code(), new FieldMessage("format", "not acceptable")),
                entry(WebProblem.TOO_LARGE.known().code(), new FieldMessage("body", "is too large")),
                entry(WebProblem.UNSUPPORTED_MEDIA_TYPE.known().code(), new FieldMessage("body", "must be JSON")),
                entry(WebProblem.INTERNAL.known().code(), new FieldMessage("server", "has failed")));
    }
}
