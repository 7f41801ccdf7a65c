// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Change;
import java.time.LocalDate;

/** Edit of a batch by an administrator. Course and code never change. */
public record BatchEdit(
        Change<LocalDate> startsOn, Change<LocalDate> endsOn, Change<Integer> capacity, Change<BatchStatus> status) {}
