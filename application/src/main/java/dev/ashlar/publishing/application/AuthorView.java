// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.identity.PublicProfile;

/**
 * Profile of a user as a reader sees it.
 *
 * @param following true if the reader follows the user
 */
public record AuthorView(PublicProfile profile, boolean following) {}
