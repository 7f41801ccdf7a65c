package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** An administrator has switched an account off; its sessions are already revoked. */
public record UserDeactivated(UserId userId, Instant at) {}
