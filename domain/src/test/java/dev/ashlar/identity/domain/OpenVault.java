// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.UserId;
import java.util.HexFormat;

/** {@link Vault} that encodes and does not encrypt, for tests. */
public final class OpenVault implements Vault {
    @Override
    public String seal(byte[] secret, UserId owner) {
        return owner.value() + "/" + HexFormat.of().formatHex(secret);
    }

    @Override
    public byte[] open(String sealed, UserId owner) {
        var prefix = owner.value() + "/";
        if (!sealed.startsWith(prefix)) {
            throw new IllegalStateException("The secret belongs to another user.");
        }
        return HexFormat.of().parseHex(sealed.substring(prefix.length()));
    }

    @Override
    public String pseudonym(String text) {
        return Fingerprint.ofSecret("key of " + text);
    }
}
