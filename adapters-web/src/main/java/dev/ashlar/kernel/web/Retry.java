// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Effect of a retry, for an operation whose method and arguments do not tell it: {@link Once} and {@link IfMatch} usually do, as do GET,
 * PUT and DELETE. It becomes a part of the API description.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retry {
    RetryEffect value();
}
