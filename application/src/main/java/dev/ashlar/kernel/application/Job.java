// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method without parameters, of an {@link ApplicationService} or a {@link Workflow}, that runs on a schedule. Of all
 * instances one runs it at a time. A method that returns {@code int} handles one batch and returns the number of rows: it is
 * called until a batch is empty, and lets other jobs go first after half a minute. A {@code void} method is called once. If it fails, the next run tries again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Job {
    /** Context and purpose, as in {@code wallet.expire-holds}. It is the key of the job's row, so it must not change. */
    String name();

    /** Pause between the end of a run and the start of the next one, as in {@code 10s}, {@code 5m} or {@code 24h}. */
    String every() default "";

    /** Spring cron expression in UTC, as in {@code 0 30 3 * * *}. A job has either this or {@link #every}. */
    String cron() default "";
}
