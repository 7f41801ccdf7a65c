/** Tests of analyzed statements. */
@NullMarked
package dev.ashlar.rules.sql.analyze;

import org.jspecify.annotations.NullMarked;
