// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.Optional;

/**
 * Causes of what threads do. Persistence tells them to the database, whose triggers write the audit log. Nothing is decided by them: who
 * may do what is decided with the {@link dev.ashlar.kernel.Actor} alone.
 */
@FunctionalInterface
public interface Causes {
    /** Returns the cause of what the current thread does; empty outside requests, jobs and listeners. */
    Optional<Cause> current();
}
