// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of the caller's second factor.
 *
 * @param enabled true if each log-in needs a code
 * @param enabledAt null unless enabled
 * @param recoveryCodesLeft number of unused recovery codes
 */
public record SecondFactorView(boolean enabled, @Nullable Instant enabledAt, int recoveryCodesLeft) {}
