/** Links that people keep. Calls no other context and publishes only its ids. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.ashlar.bookmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
