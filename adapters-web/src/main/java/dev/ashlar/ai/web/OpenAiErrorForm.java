// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static java.util.Map.entry;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.problem.ErrorForm;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Errors of the operations that clients of OpenAI call, in the form that these understand. */
@Component
final class OpenAiErrorForm implements ErrorForm {
    static final String ROOT = "/api/v1/ai/v1/";
    private static final int SERVER_ERRORS = 500;
    private static final String QUOTA = "insufficient_quota";

    /** Codes of OpenAI for problems that its clients tell apart. */
    private static final Map<String, String> CODES = Map.ofEntries(
            entry(AiProblem.BUDGET_EXCEEDED.code(), QUOTA),
            entry(AiProblem.MODEL_NOT_FOUND.code(), "model_not_found"),
            entry(KernelProblem.UNAUTHENTICATED.code(), "invalid_api_key"),
            entry(KernelProblem.RATE_EXCEEDED.code(), "rate_limit_exceeded"));

    @Override
    public boolean appliesTo(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public ResponseEntity<Object> answer(Refusal refusal) {
        var headers = new HttpHeaders();
        headers.addAll(refusal.headers());
        if (refusal.problem().code().equals(AiProblem.BUDGET_EXCEEDED.code())) {
            headers.set("x-should-retry", "false"); // the next window of the budget is far
        }
        return ResponseEntity.status(refusal.problem().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new OpenAiError(
                        body(refusal.problem(), refusal.problem().title() + ". " + refusal.detail(), param(refusal))));
    }

    static OpenAiError.Body body(KnownProblem problem, String message, @Nullable String param) {
        var code = CODES.getOrDefault(problem.code(), problem.code());
        return new OpenAiError.Body(message, type(problem.status(), code), code, param);
    }

    private static String type(int status, String code) {
        if (code.equals(QUOTA)) {
            return QUOTA;
        }
        return status >= SERVER_ERRORS ? OpenAiError.SERVER_ERROR : "invalid_request_error";
    }

    /** Returns the first wrong field in the notation of OpenAI, such as {@code messages.0.role}. */
    private static @Nullable String param(Refusal refusal) {
        return refusal.errors().isEmpty()
                ? null
                : refusal.errors().getFirst().pointer().replaceFirst("^/", "").replace('/', '.');
    }
}
