// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.kernel.DomainException.FieldError;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.problem.ErrorForm;
import dev.ashlar.kernel.web.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Error answers of the RealWorld API: messages by the name of the field or of the thing that is wrong. */
@Component
final class RealWorldErrorForm implements ErrorForm {
    static final int INVALID = 400;
    static final int UNPROCESSABLE = 422;
    static final String BLANK = "can't be blank";

    private static final MediaType JSON = MediaType.parseMediaType(RealWorld.JSON);
    static final String BODY = "body";
    private static final Set<String> MEANING_BLANK =
            Set.of("must not be blank", "must not be empty", "must not be null", "is required");
    private static final Pattern INDEX = Pattern.compile("\\d+");

    @Override
    public boolean appliesTo(String path) {
        return RealWorld.serves(path);
    }

    /** The RealWorld API has one status for all invalid input. */
    @Override
    public ResponseEntity<Object> answer(Refusal refusal) {
        int status = refusal.problem().status();
        return ResponseEntity.status(status == INVALID ? UNPROCESSABLE : status)
                .headers(refusal.headers())
                .contentType(JSON)
                .body(errorsOf(refusal));
    }

    private static FieldErrors errorsOf(Refusal refusal) {
        var code = refusal.problem().code();
        if (code.equals(KernelProblem.UNAUTHENTICATED.code())) {
            return carriedAToken(refusal) ? RealWorldErrors.INVALID_TOKEN : RealWorldErrors.MISSING_TOKEN;
        }
        var known = RealWorldErrors.forCode(code);
        if (known != null) {
            return known;
        }
        if (refusal.errors().isEmpty()) {
            return RealWorldErrors.error(BODY, refusal.detail());
        }
        var errors = new LinkedHashMap<String, List<String>>();
        for (var error : refusal.errors()) {
            errors.computeIfAbsent(fieldOf(error), name -> new ArrayList<>()).add(messageOf(error));
        }
        return new FieldErrors(errors);
    }

    /** A missing and an invalid token differ by this parameter (RFC 6750). */
    private static boolean carriedAToken(Refusal refusal) {
        var challenge = refusal.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return challenge != null && challenge.contains("invalid_token");
    }

    /** Returns the innermost name of the pointer: bodies are wrapped, and an element is named by its list. */
    private static String fieldOf(FieldError error) {
        var name = BODY;
        for (var step : error.pointer().split("/", -1)) {
            if (!step.isEmpty() && !INDEX.matcher(step).matches()) {
                name = step;
            }
        }
        return RealWorldErrors.FIELD_NAMES.getOrDefault(name, name);
    }

    private static String messageOf(FieldError error) {
        return MEANING_BLANK.contains(error.message()) ? BLANK : error.message();
    }
}
