/** The catalog of the migrated database, as PostgreSQL describes it, and the rules on tables, columns, constraints and rights. */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.catalog;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
