package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;

/** Changes of how a person appears to others. */
public record ProfileEdit(
        Change<String> displayName,
        Change<String> bio,
        Change<String> avatarUrl,
        Change<String> timeZone,
        Change<String> locale) {}
