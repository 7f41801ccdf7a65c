// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.security.DataKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** AES-256-GCM and HMAC-SHA-256 under separate {@link DataKeys}. */
@Component
@EnableConfigurationProperties(DataKeys.class)
class KeyVault implements Vault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String HASH = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey sealing;
    private final SecretKey hashing;

    KeyVault(DataKeys keys) {
        sealing = keys.derive("AES", "ashlar identity sealing 1");
        hashing = keys.derive(HASH, "ashlar identity pseudonyms 1");
    }

    @Override
    public String seal(byte[] secret, UserId owner) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        var stored = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
        return Base64.getEncoder().encodeToString(stored.array());
    }

    @Override
    public byte[] open(String sealed, UserId owner) {
        var stored = Base64.getDecoder().decode(sealed);
        var nonce = Arrays.copyOf(stored, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(stored, NONCE_BYTES, stored.length), owner);
    }

    @Override
    public String pseudonym(String text) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(hashing);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The owner is authenticated with the secret, so that nobody can move a sealed secret to another account. */
    private byte[] crypt(int mode, byte[] nonce, byte[] input, UserId owner) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.value().toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "A sealed secret does not open: ashlar.security.data-secret has changed, or the row was edited.",
                    failed);
        }
    }
}
