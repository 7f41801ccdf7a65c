// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

/** History of all applications. */
public interface ApplicationEvents {
    /** Adds a change. */
    void insert(ApplicationEvent event);
}
