// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;

/** Edit of a course by an administrator. The code never changes. */
public record CourseEdit(Change<String> title, Change<Money> listPrice, Change<CourseStatus> status) {}
