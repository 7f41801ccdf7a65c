// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.time.Instant;

/** Times as {@code timestamptz[]}. */
public class InstantArrayTypeHandler extends ArrayParameter<Instant> {
    public InstantArrayTypeHandler() {
        super("timestamptz");
    }
}
