/** Which database Ashlar runs on, and its migrations. */
@NullMarked
package dev.ashlar.bootstrap.database;

import org.jspecify.annotations.NullMarked;
