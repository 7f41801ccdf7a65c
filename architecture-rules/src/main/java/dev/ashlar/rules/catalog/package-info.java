/** The catalog of the migrated database, as PostgreSQL describes it, and the rules on tables, columns, constraints and rights. */
@NullMarked
package dev.ashlar.rules.catalog;

import org.jspecify.annotations.NullMarked;
