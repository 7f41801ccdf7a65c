/**
 * Products, orders and their payments. Token packs are credited to the buyer's wallet once their order is paid; other contexts
 * learn of orders from this package's events.
 */
@ApplicationModule(allowedDependencies = {"kernel", "wallet"})
@NullMarked
package dev.ashlar.commerce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
