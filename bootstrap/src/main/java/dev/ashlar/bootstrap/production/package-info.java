/** What profile prod refuses to start with. */
@NullMarked
package dev.ashlar.bootstrap.production;

import org.jspecify.annotations.NullMarked;
