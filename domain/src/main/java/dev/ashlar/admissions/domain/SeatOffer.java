// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.UserId;

/** Application to which a seat is offered. */
public record SeatOffer(ApplicationId id, UserId userId) {}
