// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.SealedSecret;
import dev.ashlar.ai.domain.SecretVault;
import dev.ashlar.kernel.web.security.DataKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM under keys that are derived from the sealing secrets and, last, from the secret for stored data. Each key is known by an
 * identifier that is derived from the same secret, so that keys need no numbers.
 */
@Component
class ProviderVault implements SecretVault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;

    private final SecureRandom random = new SecureRandom();
    private final SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();

    ProviderVault(AiSettings settings, DataKeys data) {
        Stream.concat(settings.sealingSecrets().stream().map(secret -> new DataKeys(secret, null)), Stream.of(data))
                .forEach(root -> keys.putIfAbsent(idOf(root), root.derive("AES", "ashlar ai sealing 1")));
    }

    @Override
    public SealedSecret seal(ProviderSecret secret, AiProviderId owner, String origin) {
        var current = keys.firstEntry();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var plain = secret.value().getBytes(StandardCharsets.US_ASCII);
        var sealed = crypt(Cipher.ENCRYPT_MODE, current.getValue(), nonce, plain, owner, origin);
        var stored = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
        return new SealedSecret(Base64.getEncoder().encodeToString(stored.array()), current.getKey());
    }

    @Override
    public ProviderSecret open(SealedSecret sealed, AiProviderId owner, String origin) {
        var key = keys.get(sealed.secretKeyId());
        if (key == null) {
            throw new IllegalStateException("The key " + sealed.secretKeyId() + " of provider " + owner.value()
                    + " is unknown: its secret is missing in ashlar.ai.sealing-secrets.");
        }
        var stored = Base64.getDecoder().decode(sealed.secret());
        var nonce = Arrays.copyOf(stored, NONCE_BYTES);
        var input = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
        return new ProviderSecret(
                new String(crypt(Cipher.DECRYPT_MODE, key, nonce, input, owner, origin), StandardCharsets.US_ASCII));
    }

    @Override
    public List<String> formerKeys() {
        return keys.sequencedKeySet().stream().skip(1).toList();
    }

    /** Provider and server are authenticated with the secret, so that an edited row does not send it elsewhere. */
    private static byte[] crypt(
            int mode, SecretKey key, byte[] nonce, byte[] input, AiProviderId owner, String origin) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((owner.value() + " " + origin).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "The secret of provider " + owner.value() + " does not open for " + origin
                            + ": it was sealed for another server, or the row was edited.",
                    failed);
        }
    }

    private static String idOf(DataKeys root) {
        var derived = root.derive("Generic", "ashlar ai key id 1").getEncoded();
        return HexFormat.of().formatHex(derived, 0, ID_BYTES);
    }
}
