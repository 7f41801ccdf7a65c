// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Group of fields within a view, written to JSON beside the view's other fields and described so. It keeps long views short in
 * Java. A request body has none, because its unknown fields would no longer be refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Flat {}
