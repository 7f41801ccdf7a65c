// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of an allotment request. */
public record AllotmentRequestId(UUID value) implements Identifier {
    public AllotmentRequestId {
        Objects.requireNonNull(value, "value");
    }
}
