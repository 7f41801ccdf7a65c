package dev.ashlar.identity.domain;

/** Turns passwords into hashes that are slow to guess back. Slow on purpose: never call it inside a transaction. */
public interface PasswordHasher {
    String hash(String password);

    boolean matches(String password, String hash);
}
