package dev.ashlar.identity.application;

/** What logging in gives a client that knows no refresh: the account and the one token to ask with, which is never printed. */
public record LastingLogin(AccountView account, String accessToken) {
    @Override
    public String toString() {
        return "LastingLogin[account=" + account.id() + ", accessToken=hidden]";
    }
}
