// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.util.List;

/** Databases that migrations run on, each of which gets the schemas of all contexts: the common one, then those of single contexts. */
public record OwnerDatabases(List<ConnectionSettings> all) {}
