package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.sample.web.SampleClient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against identity's controllers on a real port, above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = IdentityServer.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ashlar.security.jwt-secret=a secret for tests, long enough to sign with")
@Import(SampleClient.class)
@MockitoBean(
        types = {
            CredentialWorkflow.class,
            SessionService.class,
            PasswordResetService.class,
            AccountService.class,
            UserAdministration.class,
            Idempotency.class,
            ViolatedConstraints.class
        })
@interface IdentityServer {
    /** The web kernel and identity's part of it. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"dev.ashlar.kernel.web", "dev.ashlar.identity.web"})
    class Application {
        @Bean
        KnownPlatforms knownPlatforms() {
            return Set.of("mentor", "lms")::contains;
        }
    }
}
