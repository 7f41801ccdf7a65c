// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.identity.domain.PasswordHasher;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with the smallest parameters that still salt and compare. With those of production, passwords were three quarters of the
 * processor time of the journeys.
 */
class QuickPasswords implements PasswordHasher {
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 8, 1);

    @Override
    public String hash(String password) {
        return String.valueOf(argon2.encode(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return argon2.matches(password, hash);
    }
}
