// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Test of a race: one round in {@code verify}, and all of them in the exhaustive lane, since a single round may pass without the guard.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Race.Rounds.class)
public @interface Race {
    /** Name of the system property that is {@code true} in the exhaustive lane. */
    String REPEATED = "exhaustive";

    /** Number of rounds in the exhaustive lane. */
    int value();

    /** Rounds of one test, each with a new instance of its class. */
    final class Rounds implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            int rounds = Boolean.getBoolean(REPEATED)
                    ? context.getRequiredTestMethod().getAnnotation(Race.class).value()
                    : 1;
            return Stream.<TestTemplateInvocationContext>generate(Round::new).limit(rounds);
        }

        private static final class Round implements TestTemplateInvocationContext {}
    }
}
