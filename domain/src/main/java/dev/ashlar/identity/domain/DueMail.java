package dev.ashlar.identity.domain;

/** A mail that is due, with what it takes to write it but for the secret. */
public record DueMail(OneTimeTokenId id, TokenPurpose purpose, String email, String firstName) {}
