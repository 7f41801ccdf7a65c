// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Cause;
import dev.ashlar.kernel.application.Causes;
import dev.ashlar.kernel.web.security.AccessTokens;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Causes by the request that a thread handles, or by the job or listener that it observes. */
@Component
class CurrentCauses implements Causes {
    private static final String TRACE = "traceId"; // as Spring Boot calls it in log lines
    private static final List<String> KEYS = List.of("job", ObservedListeners.KEY);

    private final ObservationRegistry observations;

    CurrentCauses(ObservationRegistry observations) {
        this.observations = observations;
    }

    @Override
    public Optional<Cause> current() {
        return Optional.ofNullable(action()).map(action -> new Cause(actor(), action, MDC.get(TRACE)));
    }

    private @Nullable String action() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            return pattern == null ? null : request.getMethod() + " " + pattern;
        }
        return observed(observations.getCurrentObservation());
    }

    /** Returns the job or listener that an observation, or one around it, is of. */
    private static @Nullable String observed(@Nullable ObservationView innermost) {
        for (var observation = innermost; observation != null; ) {
            var context = observation.getContextView();
            for (var key : KEYS) {
                var value = context.getLowCardinalityKeyValue(key);
                if (value != null) {
                    return key + " " + value.getValue();
                }
            }
            observation = context.getParentObservation();
        }
        return null;
    }

    private static @Nullable UserId actor() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? AccessTokens.userIdOf(caller.getToken())
                : null;
    }
}
