// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark of a context whose transactions stay in its own schemas, so that these may be in another database than those of all other contexts.
 * Each of its transactions uses its own mappers or only those of the kernel. It asks other contexts outside its transactions and hears of
 * their changes after their commits. It publishes no events, its requests take no idempotency key, and no other context calls it or has hooks
 * for it.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface SelfContained {
    /** True if it has audited tables, whose entries are in the audit log of its database. */
    boolean audited() default false;
}
