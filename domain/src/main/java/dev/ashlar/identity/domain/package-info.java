/** Accounts, sessions, one-time tokens and lockout: the rules of identity and the ports it needs. */
@NamedInterface("domain")
@NullMarked
package dev.ashlar.identity.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
