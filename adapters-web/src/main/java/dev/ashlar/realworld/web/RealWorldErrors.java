// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static java.util.Map.entry;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors of the RealWorld API for problems that name no field of the body, and its names for fields. */
final class RealWorldErrors {
    static final FieldErrors MISSING_TOKEN = error("token", "is missing");
    static final FieldErrors INVALID_TOKEN = error("token", "is invalid");

    private static final String TAKEN = "has already been taken";
    private static final String NOT_FOUND = "not found";
    private static final String FORBIDDEN = "forbidden";

    private static final Map<String, FieldErrors> BY_CODE = Map.ofEntries(
            entry(IdentityProblem.EMAIL_TAKEN.code(), error("email", TAKEN)),
            entry(IdentityProblem.USERNAME_TAKEN.code(), error("username", TAKEN)),
            entry(IdentityProblem.CREDENTIALS_INVALID.code(), error("credentials", "invalid")),
            entry(
                    IdentityProblem.SECOND_FACTOR_REQUIRED.code(),
                    error("credentials", "need a second factor; log in with POST /api/v1/auth/login")),
            entry(IdentityProblem.SESSION_ENDED.code(), INVALID_TOKEN),
            entry(IdentityProblem.LOGIN_LOCKED.code(), error("credentials", "tried too often; try again later")),
            entry(PublishingProblem.ARTICLE_NOT_FOUND.code(), error("article", NOT_FOUND)),
            entry(PublishingProblem.COMMENT_NOT_FOUND.code(), error("comment", NOT_FOUND)),
            entry(PublishingProblem.PROFILE_NOT_FOUND.code(), error("profile", NOT_FOUND)),
            entry(PublishingProblem.ARTICLE_FORBIDDEN.code(), error("article", FORBIDDEN)),
            entry(PublishingProblem.COMMENT_FORBIDDEN.code(), error("comment", FORBIDDEN)),
            entry(KernelProblem.FORBIDDEN.code(), error("account", FORBIDDEN)),
            entry(KernelProblem.NOT_FOUND.code(), error("resource", NOT_FOUND)),
            entry(KernelProblem.CONFLICT.code(), error("resource", "has been changed by another request")),
            entry(KernelProblem.STALE_VERSION.code(), error("resource", "has just been changed; try again")),
            entry(KernelProblem.BUSY.code(), error("resource", "is being changed; try again")),
            entry(KernelProblem.UNAVAILABLE.code(), error("server", "is not available; try again")),
            entry(KnownProblem.METHOD_NOT_ALLOWED.code(), error("method", "not allowed")),
            entry(KnownProblem.NOT_ACCEPTABLE.code(), error("format", "not acceptable")),
            entry(KnownProblem.TOO_LARGE.code(), error("body", "is too large")),
            entry(KnownProblem.UNSUPPORTED_MEDIA_TYPE.code(), error("body", "must be JSON")),
            entry(KnownProblem.INTERNAL.code(), error("server", "has failed")));

    /** Names of the RealWorld API for fields that the domain names otherwise. */
    static final Map<String, String> FIELD_NAMES = Map.of("avatarUrl", "image");

    private RealWorldErrors() {}

    /** Returns the error for a problem; null if the problem has none and its fields tell what is wrong. */
    static @Nullable FieldErrors forCode(String code) {
        return BY_CODE.get(code);
    }

    static FieldErrors error(String field, String message) {
        return new FieldErrors(Map.of(field, List.of(message)));
    }
}
