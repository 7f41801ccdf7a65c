package dev.ashlar.publishing.application;

import dev.ashlar.identity.PublicProfile;

/**
 * Somebody who writes, as a reader sees them.
 *
 * @param following whether the reader follows them
 */
public record PersonView(PublicProfile profile, boolean following) {}
