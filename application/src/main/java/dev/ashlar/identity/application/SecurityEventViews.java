// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading of the security log. */
@FunctionalInterface
public interface SecurityEventViews {
    /** Returns events after the given key, newest first. */
    List<SecurityEventView> events(SecurityEventFilter filter, @Nullable UUID after, int limit);
}
