package dev.ashlar.realworld.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/** Settings of the RealWorld API that concern more than its controllers. */
@Configuration(proxyBeanMethods = false)
class RealWorldConfiguration {
    /** Accepts {@code Authorization: Token <token>}, as RealWorld clients send it. */
    @Bean
    BearerTokenResolver tokenScheme() {
        return new TokenHeader("Token");
    }
}
