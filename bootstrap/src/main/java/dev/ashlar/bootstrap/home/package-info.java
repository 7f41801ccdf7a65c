/** The directory that a development start keeps its files in. */
@NullMarked
package dev.ashlar.bootstrap.home;

import org.jspecify.annotations.NullMarked;
