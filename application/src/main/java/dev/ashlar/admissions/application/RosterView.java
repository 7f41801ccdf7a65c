// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Flat;
import org.jspecify.annotations.Nullable;

/**
 * Enrollment in a batch, with the name of the applicant.
 *
 * @param displayName name as everybody sees it; null if the account was deleted
 */
public record RosterView(@Flat RosterEntry entry, @Nullable String displayName) {}
