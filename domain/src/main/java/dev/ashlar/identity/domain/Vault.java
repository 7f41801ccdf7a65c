// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;

/** Protection of stored data by keys that the database does not know. */
public interface Vault {
    /** Encrypts a secret of this user. The result opens for no other user. */
    String seal(byte[] secret, UserId owner);

    /** Decrypts a sealed secret of this user. */
    byte[] open(String sealed, UserId owner);

    /** Returns a keyed hash in hex, the same for the same text: without the key nobody can test guesses against it. */
    String pseudonym(String text);
}
