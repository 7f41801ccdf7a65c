/** Tests of plans. */
@NullMarked
package dev.ashlar.rules.sql.plan;

import org.jspecify.annotations.NullMarked;
