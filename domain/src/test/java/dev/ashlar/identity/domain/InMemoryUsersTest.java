// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemoryUsersTest extends UsersContract {
    private final InMemoryUsers users = new InMemoryUsers();

    @Override
    protected Users users() {
        return users;
    }
}
