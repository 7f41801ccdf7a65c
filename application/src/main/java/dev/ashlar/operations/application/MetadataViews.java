// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Metadata of the system as administrators read it. */
public interface MetadataViews {
    /** Returns entries after an id, oldest first. */
    List<MetadataView> entries(@Nullable UUID after, int limit);

    Optional<MetadataView> entry(String key);
}
