/** A side track of the fourth stage: writes as PostgreSQL's analyzer resolves them, and what Citus refuses in them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.ashlar.rules.sql.analyze;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
