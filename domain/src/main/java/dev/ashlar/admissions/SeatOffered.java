// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Offer of a free seat to the first applicant on the waiting list of a batch. Published in the transaction that reserves the seat.
 *
 * @param expiresAt end of the reservation
 */
public record SeatOffered(ApplicationId applicationId, UserId applicant, BatchId batchId, Instant expiresAt) {}
