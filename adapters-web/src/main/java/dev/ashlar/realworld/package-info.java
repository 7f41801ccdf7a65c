/**
 * Edge that serves the open RealWorld ("Conduit") API from identity's and publishing's application services. It has no
 * rules and no tables, and publishes nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "identity :: application",
            "identity :: domain",
            "publishing :: application",
            "publishing :: domain"
        })
@NullMarked
package dev.ashlar.realworld;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
