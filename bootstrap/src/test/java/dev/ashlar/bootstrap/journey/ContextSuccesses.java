// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

/** Requests of a context that succeed. Each implementation is found; its constructor takes the stage. */
@FunctionalInterface
interface ContextSuccesses {
    /** Adds a request for each operation of the context that changes something or names a resource. */
    void addTo(Successes all);
}
