// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;

class InMemoryFollowsTest extends FollowsContract {
    private final InMemoryFollows follows = new InMemoryFollows();

    @Override
    protected Follows follows() {
        return follows;
    }

    @Override
    protected boolean isFollowing(UserId reader, UserId author) {
        return follows.contains(reader, author);
    }
}
