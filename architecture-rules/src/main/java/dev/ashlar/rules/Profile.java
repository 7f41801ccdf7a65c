// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

/**
 * Audience of a rule. A rulebook of a profile runs its rules only.
 *
 * {@snippet :
 * Rulebook.of(Profile.CORE).tests(project);
 * }
 */
public enum Profile {
    /**
     * Wrong in any project: statements that PostgreSQL refuses, injection, leaks, missing bounds and indexes, drift between SQL and Java,
     * lost updates. A {@link Severity#WARNING} is shown, and fails no test.
     */
    CORE,
    /** The core and the style of one house: names, layers, forms of migrations. Every breach fails. */
    STRICT
}
