/** Accounts, sessions, one-time tokens and lockout: the rules of identity and the ports it needs. */
@NullMarked
package dev.ashlar.identity.domain;

import org.jspecify.annotations.NullMarked;
