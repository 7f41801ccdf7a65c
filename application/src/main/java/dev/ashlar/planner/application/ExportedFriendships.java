// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Friendships of a person, without those in which the person is blocked. */
@Component
class ExportedFriendships implements PersonalData {
    private final FriendshipService friendships;

    ExportedFriendships(FriendshipService friendships) {
        this.friendships = friendships;
    }

    @Override
    public String name() {
        return "friendships";
    }

    @Override
    public Page<FriendshipView> page(Actor owner, PageRequest request) {
        return friendships.list(owner, null, request);
    }
}
