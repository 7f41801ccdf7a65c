// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.slice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Test of real controllers behind the whole web kernel, on a real port, without a database. The test imports
 * its controllers, mocks their services ({@code @MockitoBean}) and calls them with an injected {@link Caller}.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = WebSliceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ashlar.security.jwt-secret=a secret for tests, long enough to sign with",
            "ashlar.web.max-body-size=10KB",
            "ashlar.web.allowed-origins=https://app.example"
        })
@Import(Caller.class)
public @interface WebSlice {}
