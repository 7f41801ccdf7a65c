// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.util.List;

/** Products of the business; reference data. */
public interface Platforms {
    List<String> codes();

    /** Adds platforms with new codes and renames existing ones. The list is not empty. Returns the number of changed rows. */
    int put(List<Platform> platforms);
}
