// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemoryRefreshTokensTest extends RefreshTokensContract {
    private final InMemoryRefreshTokens tokens = new InMemoryRefreshTokens();

    @Override
    protected RefreshTokens tokens() {
        return tokens;
    }

    @Override
    protected User person(String name) {
        return People.student(name);
    }
}
