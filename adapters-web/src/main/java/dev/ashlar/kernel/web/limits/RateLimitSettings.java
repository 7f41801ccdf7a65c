package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.application.RateLimit;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of rate limits, such as {@code ashlar.rate-limits.login.quota}.
 *
 * @param rateLimits limits by kind; a kind without one is not limited
 */
@ConfigurationProperties("ashlar")
record RateLimitSettings(@DefaultValue Map<RateLimitKind, RateLimit> rateLimits) {}
