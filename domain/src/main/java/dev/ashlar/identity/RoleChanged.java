package dev.ashlar.identity;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** An administrator has given a person another role; access tokens issued before carry the old one for minutes yet. */
public record RoleChanged(UserId userId, Role from, Role to, Instant at) {}
