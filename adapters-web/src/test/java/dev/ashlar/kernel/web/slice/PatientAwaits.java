// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.slice;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Listener that lets tests wait longer than Awaitility's ten seconds, for busy machines. {@code META-INF/spring.factories} registers it. */
final class PatientAwaits extends AbstractTestExecutionListener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void beforeTestClass(TestContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
