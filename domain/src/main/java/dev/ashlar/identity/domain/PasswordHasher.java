// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

/** Hash function for passwords. Slow on purpose, against guessing: never called inside a transaction. */
public interface PasswordHasher {
    String hash(String password);

    boolean matches(String password, String hash);
}
