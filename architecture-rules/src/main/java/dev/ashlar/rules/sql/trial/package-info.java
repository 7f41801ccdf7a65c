/** Fifth stage: reads are run over rows that they must not see, and their answers compared with those under row-level security. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.ashlar.rules.sql.trial;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
