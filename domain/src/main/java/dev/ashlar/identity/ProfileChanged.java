// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import java.time.Instant;

/**
 * Event: the public profile of a user is new, was edited or was erased. Published inside the transaction of the change, which holds the
 * account's row: the changes of one profile are published in the order of their versions. An edit that leaves the public part as it is
 * may be published too.
 */
public record ProfileChanged(VersionedProfile changed, Instant at) {}
