package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException.FieldError;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.problem.RealWorldErrors.FieldMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The form of refusals in the RealWorld API, and where that is spoken: under {@code /api}, but for our own API. */
@Component
public final class RealWorldForm {
    private static final String SPOKEN_UNDER = "/api/";
    private static final String BUT_NOT_UNDER = "/api/v1/";
    private static final int INVALID = 422;
    private static final String BODY = "body";
    private static final String BLANK = "can't be blank";
    private static final Set<String> MEANING_BLANK =
            Set.of("must not be blank", "must not be empty", "must not be null", "is required");
    private static final Pattern INDEX = Pattern.compile("\\d+");
    private static final FieldMessage MISSING_TOKEN = new FieldMessage("token", "is missing");
    private static final FieldMessage INVALID_TOKEN = new FieldMessage("token", "is invalid");

    private final Map<String, FieldMessage> byCode = new HashMap<>();
    private final Map<String, String> fieldNames = new HashMap<>();

    RealWorldForm(List<RealWorldErrors> contexts) {
        for (var context : contexts) {
            byCode.putAll(context.byCode());
            fieldNames.putAll(context.fieldNames());
        }
    }

    /** Whether clients of this path expect this form; null, the path of a request that could not be read, has no clients. */
    public static boolean isSpokenAt(@Nullable String path) {
        return path != null && path.startsWith(SPOKEN_UNDER) && !path.startsWith(BUT_NOT_UNDER);
    }

    /** The status of that problem: the RealWorld API has one for all input that is wrong. */
    public static int statusOf(KnownProblem problem) {
        return problem.status() == 400 ? INVALID : problem.status();
    }

    /** The body of an answer with this problem, if nothing is known but its code. */
    public FieldErrors example(KnownProblem problem) {
        return problem.code().equals(KernelProblem.INVALID_REQUEST.code())
                ? new FieldErrors(Map.of("field", List.of(BLANK)))
                : single(byCode.getOrDefault(problem.code(), MISSING_TOKEN));
    }

    FieldErrors of(Refusal refusal) {
        var code = refusal.problem().code();
        if (code.equals(KernelProblem.UNAUTHENTICATED.code())) {
            return single(carriedAToken(refusal) ? INVALID_TOKEN : MISSING_TOKEN);
        }
        var known = byCode.get(code);
        if (known != null) {
            return single(known);
        }
        if (refusal.errors().isEmpty()) {
            return single(new FieldMessage(BODY, refusal.detail()));
        }
        var errors = new LinkedHashMap<String, List<String>>();
        for (var error : refusal.errors()) {
            errors.computeIfAbsent(fieldOf(error), name -> new ArrayList<>()).add(messageOf(error));
        }
        return new FieldErrors(errors);
    }

    /** RFC 6750 tells the two apart by this parameter. */
    private static boolean carriedAToken(Refusal refusal) {
        var challenge = refusal.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return challenge != null && challenge.contains("invalid_token");
    }

    /** The innermost name of the pointer: bodies are wrapped, and of a list that is wrong the list is named. */
    private String fieldOf(FieldError error) {
        var name = BODY;
        for (var step : error.pointer().split("/", -1)) {
            if (!step.isEmpty() && !INDEX.matcher(step).matches()) {
                name = step;
            }
        }
        return fieldNames.getOrDefault(name, name);
    }

    private static String messageOf(FieldError error) {
        return MEANING_BLANK.contains(error.message()) ? BLANK : error.message();
    }

    private static FieldErrors single(FieldMessage known) {
        return new FieldErrors(Map.of(known.field(), List.of(known.message())));
    }
}
