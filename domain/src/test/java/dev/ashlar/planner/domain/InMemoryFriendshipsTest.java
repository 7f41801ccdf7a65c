// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

class InMemoryFriendshipsTest extends FriendshipsContract {
    private final InMemoryFriendships friendships = new InMemoryFriendships();

    @Override
    protected Friendships friendships() {
        return friendships;
    }
}
