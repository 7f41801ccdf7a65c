// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a controller whose operations ignore query parameters that they do not declare. Elsewhere these are refused. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LenientParameters {}
