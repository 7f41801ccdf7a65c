// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Version of a todo that the caller has read and means to change. */
public record TodoVersion(TodoId id, int version) {}
