// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an article. */
public record ArticleId(UUID value) implements Identifier {
    public ArticleId {
        Objects.requireNonNull(value, "value");
    }
}
