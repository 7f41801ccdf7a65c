// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.bootstrap.Ashlar;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A story over real HTTP on a real PostgreSQL: the whole application on a free port, a fresh database for each class with
 * the reference data and the demo people in it. Jobs do not run by themselves, so that a story decides when.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Ashlar.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:postgresql://chosen.by.the.test/ashlar",
            "spring.liquibase.enabled=false",
            "ashlar.demo-data=true",
            "ashlar.seed-at-startup=false",
            "ashlar.security.jwt-secret=only-for-the-journeys-of-this-build-0123456789",
            "ashlar.payments.webhook-secret=" + Api.WEBHOOK_SECRET,
            "ashlar.web.allowed-origins=https://conduit.example",
            "ashlar.ai.plain-http=true",
            "db-scheduler.enabled=false",
            "server.shutdown=immediate" // at the end of the JVM, where no client waits for an answer
        })
@Import(JourneyParts.class)
@TestExecutionListeners(
        listeners = {FreshDatabase.class, SeedFreshDatabase.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface JourneyTest {}
