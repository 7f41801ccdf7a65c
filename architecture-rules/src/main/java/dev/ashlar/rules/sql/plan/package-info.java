/** Fourth stage: plans, and the conditions under which each table is read in them ({@link dev.ashlar.rules.sql.plan.Scan}). */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql.plan;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
