// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.util.Optional;

/** Network address of the current request. */
@FunctionalInterface
public interface CallerAddress {
    /** Returns the address; empty outside requests, as in jobs and commands. */
    Optional<String> current();
}
