package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;

/** Changes of what a person logs in with and is known by, made by that person. Neither can be cleared. */
public record LoginEdit(Change<String> email, Change<String> username) {}
