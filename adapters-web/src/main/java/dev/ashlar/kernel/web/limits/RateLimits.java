// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.QuotaService;
import dev.ashlar.kernel.application.RateLimit;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Limits of requests by their kinds. Answers tell what is left in the headers of draft-ietf-httpapi-ratelimit-headers. */
@Component
@EnableConfigurationProperties(RateLimits.Settings.class)
final class RateLimits {
    private static final int MOST_REMEMBERED = 100_000; // keys of each kind
    private static final int NETWORK_PREFIX = 8; // bytes
    private static final int SITE_PREFIX = 6; // bytes: providers give a customer up to a /48, which has 65,536 networks
    private static final int SITE_SHARE = 16; // quotas of a network, because people of one provider may share a site

    private final Map<RateLimited.Kind, RateLimit> limits;
    private final Map<RateLimited.Kind, Cache<String, Bucket>> buckets = new EnumMap<>(RateLimited.Kind.class);
    private final QuotaService shared;

    RateLimits(Settings settings, QuotaService shared) {
        this.limits = settings.rateLimits();
        this.shared = shared;
        limits.forEach((kind, limit) -> buckets.put(
                kind,
                Caffeine.newBuilder()
                        .maximumSize(MOST_REMEMBERED)
                        .expireAfterAccess(limit.window())
                        .build()));
    }

    /** Uses one request of the quota of the caller or the client's address, as the kind says; refuses it if nothing is left. */
    void use(RateLimited.Kind kind, HttpServletRequest request, HttpServletResponse response) {
        var limit = limits.get(kind);
        if (limit == null) {
            return;
        }
        var caller = request.getUserPrincipal();
        boolean isOfCaller = kind.isOfCaller() && caller != null;
        var usage = usage(kind, isOfCaller ? caller.getName() : networkOf(request.getRemoteAddr()), limit);
        var site = isOfCaller ? null : siteOf(request.getRemoteAddr());
        if (usage.granted() && site != null) {
            var limitOfSite = new RateLimit(SITE_SHARE * limit.quota(), limit.window());
            var usageOfSite = usage(kind, site, limitOfSite);
            if (!usageOfSite.granted()) {
                limit = limitOfSite;
                usage = usageOfSite;
            }
        }
        response.setHeader(
                "RateLimit-Policy", "\"" + kind.label() + "\";q=" + limit.quota() + ";w=" + seconds(limit.window()));
        response.setHeader(
                "RateLimit", "\"" + kind.label() + "\";r=" + usage.left() + ";t=" + seconds(usage.untilFull()));
        if (!usage.granted()) {
            throw KernelProblem.RATE_EXCEEDED
                    .because("%d requests in %d seconds were sent. Wait %d seconds and send the request again."
                            .formatted(limit.quota(), seconds(limit.window()), seconds(usage.untilNext())))
                    .retryAfter(usage.untilNext());
        }
    }

    private RateLimit.Usage usage(RateLimited.Kind kind, String key, RateLimit limit) {
        return kind.isShared() ? shared.use(kind.label() + ':' + key, limit) : useHere(kind, key, limit);
    }

    private RateLimit.Usage useHere(RateLimited.Kind kind, String key, RateLimit limit) {
        var bucket = Objects.requireNonNull(buckets.get(kind)).get(key, _ -> bucketOf(limit));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return new RateLimit.Usage(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private static Bucket bucketOf(RateLimit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.quota()).refillGreedy(limit.quota(), limit.window()))
                .build();
    }

    /**
     * Returns the address, of IPv6 the network only: a client has a whole network of /64 to itself. Clients that have left already have no
     * address and count as one.
     */
    static String networkOf(@Nullable String address) {
        var network = prefixOf(address, NETWORK_PREFIX);
        return network == null ? String.valueOf(address) : network;
    }

    /** Returns the first 48 bits of an IPv6 address, in which one client may have many networks; null for all others. */
    private static @Nullable String siteOf(@Nullable String address) {
        return prefixOf(address, SITE_PREFIX);
    }

    private static @Nullable String prefixOf(@Nullable String address, int bytes) {
        if (address == null || !address.contains(":")) {
            return null;
        }
        try {
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(InetAddress.ofLiteral(address).getAddress(), bytes));
        } catch (IllegalArgumentException noAddress) {
            return null; // with a port, as some proxies write it
        }
    }

    /**
     * Settings of rate limits, such as {@code ashlar.rate-limits.login.quota}.
     *
     * @param rateLimits limits by kind; a kind without one is not limited
     */
    @ConfigurationProperties("ashlar")
    record Settings(@DefaultValue Map<RateLimited.Kind, RateLimit> rateLimits) {}

    /** Rounds up, because a caller that comes a moment early would be refused again. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
