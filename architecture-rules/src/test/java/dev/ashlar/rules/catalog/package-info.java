/** Tests of how the catalog is read. */
@NullMarked
package dev.ashlar.rules.catalog;

import org.jspecify.annotations.NullMarked;
