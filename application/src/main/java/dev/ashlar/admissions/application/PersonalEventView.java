// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Flat;

/** Change of the status of one of the applications of a person. */
public record PersonalEventView(
        ApplicationId applicationId, @Flat ApplicationEventView event) {}
