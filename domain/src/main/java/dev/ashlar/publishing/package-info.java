/** Articles, their readers' comments and favourites, and who follows whom. Published: ids of articles. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package dev.ashlar.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
