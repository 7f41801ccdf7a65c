/** Links that people keep. Calls no other context, listens to identity, and publishes only its ids. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package dev.ashlar.bookmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
