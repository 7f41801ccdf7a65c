// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

/**
 * Public profile with the version of its account, for contexts that keep copies of profiles.
 *
 * @param version grows with each change of the profile, and with changes of the account that leave the profile as it is; a copy of a
 *     lower version is older
 */
public record VersionedProfile(PublicProfile profile, int version) {}
