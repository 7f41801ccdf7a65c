// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.SecretSource;
import java.util.List;
import java.util.stream.Stream;

/** Codes that replace a lost authenticator, each once. They are shown once and stored as hashes. */
public final class RecoveryCodes {
    public static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final String GROUPS = "(.{4})(?!$)";

    private RecoveryCodes() {}

    /** Returns new codes of 80 random bits, in groups of four characters. */
    public static List<String> draw(SecretSource secrets) {
        return Stream.generate(() -> Base32.encode(Fingerprint.bytesOf(secrets.next(), BYTES)))
                .map(code -> code.replaceAll(GROUPS, "$1-"))
                .limit(COUNT)
                .toList();
    }

    /** Returns the hashes to store. */
    public static List<String> fingerprints(List<String> codes) {
        return codes.stream()
                .map(OneTimeCode::new)
                .map(OneTimeCode::fingerprint)
                .toList();
    }
}
