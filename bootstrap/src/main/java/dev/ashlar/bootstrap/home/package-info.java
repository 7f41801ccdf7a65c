/** Directory with the files of a start for development. */
@NullMarked
package dev.ashlar.bootstrap.home;

import org.jspecify.annotations.NullMarked;
