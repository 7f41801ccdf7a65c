// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import org.jspecify.annotations.Nullable;

/**
 * Answer that is stored, so that a repeated request gets the same one.
 *
 * @param status HTTP status
 * @param location value of the Location header; null if there was none
 * @param body JSON text
 */
public record StoredAnswer(int status, @Nullable String location, String body) {}
