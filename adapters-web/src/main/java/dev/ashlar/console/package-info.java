/** Edge that serves the console: pages for administrators in a browser, which call the public API as any other client does. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.ashlar.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
