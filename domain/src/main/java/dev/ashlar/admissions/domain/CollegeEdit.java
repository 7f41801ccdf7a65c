// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Change;

/** Edit of a college by an administrator. */
public record CollegeEdit(Change<String> name, Change<String> city, Change<Boolean> active) {}
