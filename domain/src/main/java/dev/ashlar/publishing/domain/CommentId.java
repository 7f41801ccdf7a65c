// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a comment. Clients identify it by its number. */
public record CommentId(UUID value) implements Identifier {
    public CommentId {
        Objects.requireNonNull(value, "value");
    }
}
