/** Use cases of accounts and sessions, for their owners and for administrators, and the jobs behind them. */
@NamedInterface("application")
@NullMarked
package dev.ashlar.identity.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
