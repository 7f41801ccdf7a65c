// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import org.jspecify.annotations.Nullable;

/**
 * Conditions on mentors; null leaves a condition out.
 *
 * @param expertise tag in lower case
 * @param words words of headline or bio, in the syntax of a web search
 */
public record MentorFilter(
        @Nullable String expertise, @Nullable String words) {}
