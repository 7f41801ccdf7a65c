// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

/** Login of a client that knows no refresh: the account and the one access token, which is never printed. */
public record LastingLogin(AccountView account, String accessToken) {
    @Override
    public String toString() {
        return "LastingLogin[account=" + account.id() + ", accessToken=hidden]";
    }
}
