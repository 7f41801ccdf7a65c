/** Selection of the database, and its migrations. */
@NullMarked
package dev.ashlar.bootstrap.database;

import org.jspecify.annotations.NullMarked;
