// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Change;

/** Changes to a todo. Another due time starts its series anew. */
public record TodoEdit(Change<String> title, Change<String> notes, Change<Integer> priority, Change<Due> due) {}
