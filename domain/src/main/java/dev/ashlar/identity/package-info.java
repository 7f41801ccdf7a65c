/** Identity: accounts, sessions, roles. Published: public profiles, contacts, events, stages and session ids. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.ashlar.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
