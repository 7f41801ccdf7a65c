// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemoryOneTimeTokensTest extends OneTimeTokensContract {
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryOneTimeTokens tokens = new InMemoryOneTimeTokens(users);

    @Override
    protected OneTimeTokens tokens() {
        return tokens;
    }

    @Override
    protected Users users() {
        return users;
    }
}
