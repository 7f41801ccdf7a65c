package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** A person has joined. Published inside the registering transaction: what must exist with the person listens to it. */
public record UserRegistered(UserId userId, Instant at) {}
