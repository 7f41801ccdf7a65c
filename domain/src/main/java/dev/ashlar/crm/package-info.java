/** Leads that sales people follow up. No other context depends on it. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "admissions"})
@NullMarked
package dev.ashlar.crm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
