// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Problems of an operation, by code, except those of all operations. They become responses in the API description. An unknown code
 * stops the start of the application.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    /** Codes of {@link dev.ashlar.kernel.ProblemType}s, as in {@code wallet.tokens-insufficient}. */
    String[] value();
}
