// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.web.security.AccessTokens;
import dev.ashlar.kernel.web.security.Rights;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Reader of the caller: person and role from the access token, platform from the request. Without a token a nullable parameter is
 * null, and any other is refused.
 */
@Component
public final class ActorArgument {
    /** Header with the code of the platform (product) of a request. */
    public static final String PLATFORM_HEADER = "X-Platform";

    private final KnownPlatforms platforms;

    /** Cached, because the search for the annotation takes longer than all else here. */
    private final Map<MethodParameter, Boolean> nullable = new ConcurrentHashMap<>();

    ActorArgument(KnownPlatforms platforms) {
        this.platforms = platforms;
    }

    @Nullable
    Actor read(MethodParameter parameter, NativeWebRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller)) {
            if (nullable.computeIfAbsent(parameter, MethodParameter::isOptional)) {
                return null;
            }
            throw KernelProblem.UNAUTHENTICATED.because("Log in and send the access token.");
        }
        var role = AccessTokens.roleOf(caller.getToken());
        return new Actor(
                AccessTokens.userIdOf(caller.getToken()),
                role,
                platformOf(request.getHeaderValues(PLATFORM_HEADER)),
                role == Role.ADMIN && !Rights.ofAdministrator(caller),
                !AccessTokens.isVerified(caller.getToken()));
    }

    private String platformOf(String @Nullable [] named) {
        if (named == null) {
            return Actor.DEFAULT_PLATFORM;
        }
        if (named.length > 1 || !platforms.contains(named[0])) {
            throw KernelProblem.UNKNOWN_PLATFORM
                    .because("Send the code of a platform in " + PLATFORM_HEADER + ", or leave the header out.")
                    .at(PLATFORM_HEADER, "must be the code of a platform");
        }
        return named[0];
    }
}
