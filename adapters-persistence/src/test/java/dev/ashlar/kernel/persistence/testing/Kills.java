// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mutant that no rule notices, but a test of this class. A mutant is the schema without one index or key, or a mapper without one
 * condition; {@code MutationTest} names those that survive all rules.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Kills.All.class)
public @interface Kills {
    /** Name of the mutant, such as {@code index ix_orders_user_id} or {@code mapper CommentMapper.delete owner}. */
    String mutant();

    /** Method that fails on the mutant; it may be inherited from a contract. */
    String test();

    /** Mutants of one class. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        /** Each with its test. */
        Kills[] value();
    }
}
