package dev.ashlar.sample.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs a test against the sample application on a real port; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ashlar.security.jwt-secret=a secret for tests, long enough to sign with",
            "ashlar.web.max-body-size=10KB",
            "ashlar.web.allowed-origins=https://app.example"
        })
@Import(SampleClient.class)
public @interface SampleServer {}
