// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Approval of a discount. Published in the transaction that changes the application's final amount.
 *
 * @param finalAmount amount that the applicant pays from now on
 */
public record DiscountApproved(ApplicationId applicationId, UserId applicant, Money finalAmount, Instant at) {}
