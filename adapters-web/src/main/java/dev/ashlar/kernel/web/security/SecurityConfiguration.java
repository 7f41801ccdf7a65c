package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.container.WebProperties;
import dev.ashlar.kernel.web.problem.Traces;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Closes everything that is not declared open. No sessions, no cookies, hence no CSRF. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            OpenOperations operations,
            SecurityProblems problems,
            ObjectProvider<BearerTokenResolver> otherSchemes) {
        var chain = http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        "/actuator/health/**",
                                        "/v3/api-docs/**",
                                        "/v3/api-docs.yaml",
                                        "/docs",
                                        "/docs/**",
                                        "/swagger-ui/**")
                                .permitAll()
                                .requestMatchers("/actuator", "/actuator/**")
                                .hasRole(Role.ADMIN.name())
                                .anyRequest()
                                .access(operations))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(
                                tokens(otherSchemes.orderedStream().toList()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> new JwtAuthenticationToken(
                                token,
                                List.of(new SimpleGrantedAuthority(
                                        "ROLE_" + AccessTokens.roleOf(token).name()))))))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
        // An operation of its own, which no document tells of and which says that tokens are bound to certificates.
        chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
        return chain;
    }

    /** Reads the scheme Bearer and, if a request has no such token, the schemes that edges declare as beans. */
    private static BearerTokenResolver tokens(List<BearerTokenResolver> otherSchemes) {
        var schemes = Stream.concat(Stream.of(new TokenHeader("Bearer")), otherSchemes.stream())
                .toList();
        return request -> {
            for (var scheme : schemes) {
                var token = scheme.resolve(request);
                if (token != null) {
                    return token;
                }
            }
            return null;
        };
    }

    /** Requests are measured as a whole; measuring each filter of the chain takes longer than the filters do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Any method may come in: Spring MVC answers those that a path does not have, and says which it has. */
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
            rules.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
            rules.setAllowedHeaders(List.of("*"));
            rules.setExposedHeaders(List.of(
                    HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, Traces.HEADER));
            source.registerCorsConfiguration("/**", rules);
        }
        return source;
    }
}
