// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.application.LiveSessions;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.ReadAfter;
import dev.ashlar.kernel.web.WebProperties;
import dev.ashlar.kernel.web.problem.Traces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Security of all requests. Nothing is open unless it is declared so; without sessions and cookies there is no CSRF. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class SecurityConfiguration {
    private static final Duration PREFLIGHT_IS_VALID_FOR = Duration.ofHours(2); // browsers take no more
    private static final String HEALTH = "/actuator/health/**";
    /** Pattern of the only paths for which a role is demanded before the handler is known. */
    static final String ACTUATOR = "/actuator/**";

    /** Paths of libraries, whose handlers cannot be marked. */
    private static final String[] OPEN_PATHS = {
        ACTUATOR, "/v3/api-docs/**", "/v3/api-docs.yaml", "/docs", "/docs/**", "/swagger-ui/**"
    };

    /** Applies to all handler mappings, those of libraries included. */
    @Bean
    MappedInterceptor closedOperations(SecurityProblems problems) {
        return new MappedInterceptor(null, OPEN_PATHS, new ClosedOperations(problems));
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            SecurityProblems problems,
            JwtDecoder decoder,
            LiveSessions sessions,
            Rights rights,
            ObjectProvider<BearerTokenResolver> otherSchemes,
            HeaderWriter securityHeaders,
            Environment settings) {
        var tokens = tokens(decoder, sessions, rights, otherSchemes.orderedStream());
        var chain = http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(hasManagementPort(settings) ? ACTUATOR : HEALTH)
                                .permitAll()
                                .requestMatchers(ACTUATOR)
                                .hasRole(Role.ADMIN.name())
                                .anyRequest()
                                .permitAll()) // closedOperations decides, when the handler is known
                .oauth2ResourceServer(server -> server.authenticationConverter(tokens)
                        .authenticationManagerResolver(tokens)
                        .authenticationEntryPoint(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(securityHeaders))
                .build();
        // It would serve an undocumented operation, which claims that tokens are bound to certificates.
        chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
        return chain;
    }

    /** True if the actuator has a separate port, which only operators reach, as Spring Boot decides it. */
    private static boolean hasManagementPort(Environment settings) {
        var port = settings.getProperty("management.server.port", "");
        return !port.isEmpty() && (port.equals("0") || !port.equals(settings.getProperty("server.port", "8080")));
    }

    /** Reads the scheme Bearer (RFC 6750) and, if a request has no such token, the schemes that edges declare as beans. */
    private static TokenReader tokens(
            JwtDecoder decoder, LiveSessions sessions, Rights rights, Stream<BearerTokenResolver> otherSchemes) {
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(token -> new JwtAuthenticationToken(token, rights.of(token)));
        var schemes = Stream.concat(Stream.of(new DefaultBearerTokenResolver()), otherSchemes)
                .toList();
        return new TokenReader(schemes, provider::authenticate, sessions);
    }

    /**
     * Headers that keep browsers from misusing an answer. Strict-Transport-Security is written over TLS only (RFC 6797, 7.2).
     * Addresses hold ids, which other sites need not know.
     */
    @Bean
    static HeaderWriter securityHeaders() {
        return new CompositeHeaderWriter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ContentSecurityPolicyHeaderWriter(
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new HstsHeaderWriter(),
                new CacheControlHeadersWriter()));
    }

    /** Secrets of 32 bytes from the platform's cryptographic random source. */
    @Bean
    SecretSource secrets() {
        return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32)::generateKey;
    }

    /** Requests are observed as a whole; to observe each filter takes longer than the filters. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Allows all methods, because Spring MVC answers unknown ones with those that a path has. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(WebProperties properties) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!properties.allowedOrigins().isEmpty()) {
            var rules = new CorsConfiguration();
            rules.setAllowedOrigins(properties.allowedOrigins());
            rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
            rules.setAllowedHeaders(List.of("*"));
            rules.setMaxAge(PREFLIGHT_IS_VALID_FOR);
            rules.setExposedHeaders(List.of(
                    HttpHeaders.ETAG,
                    HttpHeaders.LINK,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER,
                    "RateLimit",
                    "RateLimit-Policy",
                    ReadAfter.HEADER,
                    Traces.HEADER));
            source.registerCorsConfiguration("/**", rules);
        }
        return source;
    }

    /**
     * Interceptor that refuses callers without an access token unless the handler is a {@link PublicEndpoint}. It asks the handler and no path
     * pattern: {@code /articles/mine} must not be open because {@code /articles/{slug}} is.
     */
    private record ClosedOperations(SecurityProblems problems) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            boolean isOpen = request.getUserPrincipal() != null
                    || HttpMethod.OPTIONS.matches(request.getMethod()) // names methods, changes nothing
                    || (handler instanceof HandlerMethod operation
                            && operation.hasMethodAnnotation(PublicEndpoint.class));
            if (!isOpen) {
                problems.commence(request, response, new InsufficientAuthenticationException("no access token"));
            }
            return isOpen;
        }
    }
}
