package dev.ashlar.identity.domain;

/** Where tokens come from that nobody can guess. */
@FunctionalInterface
public interface SecretSource {
    /** A new secret of 32 random bytes, as text that is safe in a URL. */
    String next();
}
