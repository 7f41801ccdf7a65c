// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.web.slice.WebSlice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Test of the web kernel with the sample context. All such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({SampleController.class, FailingController.class, SampleConstraints.class})
public @interface SampleServer {
    /** Path of one sample. */
    String SAMPLE = "/api/v1/samples/019a0000-0000-7000-8000-0000000000aa";
}
