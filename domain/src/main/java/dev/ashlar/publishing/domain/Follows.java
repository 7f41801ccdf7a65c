// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Authors that readers follow. Adding and removing are idempotent. */
public interface Follows {
    void add(UserId follower, UserId followed, Instant now);

    void remove(UserId follower, UserId followed);
}
