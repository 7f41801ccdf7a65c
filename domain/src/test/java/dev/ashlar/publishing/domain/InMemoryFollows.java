// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** {@link Follows} without a database. */
public final class InMemoryFollows implements Follows {
    private final Set<Pair> pairs = new HashSet<>();

    @Override
    public void add(UserId follower, UserId followed, Instant now) {
        pairs.add(new Pair(follower, followed));
    }

    @Override
    public void remove(UserId follower, UserId followed) {
        pairs.remove(new Pair(follower, followed));
    }

    public boolean contains(UserId follower, UserId followed) {
        return pairs.contains(new Pair(follower, followed));
    }

    private record Pair(UserId follower, UserId followed) {}
}
