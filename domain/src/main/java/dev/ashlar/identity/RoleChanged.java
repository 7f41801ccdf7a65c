package dev.ashlar.identity;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** An administrator has given a person another role; access tokens with the old one are refused within seconds. */
public record RoleChanged(UserId userId, Role from, Role to, Instant at) {}
