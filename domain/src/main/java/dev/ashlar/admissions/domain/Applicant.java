// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.UserId;

/**
 * Person who applies.
 *
 * @param platform code of the platform through which the application was created
 */
public record Applicant(UserId userId, String platform) {}
