package dev.ashlar.bootstrap.seed;

import dev.ashlar.kernel.Role;

/** A login that the demo data bring. */
public record DemoLogin(String email, String password, Role role) {}
