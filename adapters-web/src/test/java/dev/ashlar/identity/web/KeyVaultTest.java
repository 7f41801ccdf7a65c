// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.kernel.web.security.DataKeys;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyVaultTest {
    private static final String SECRET = "a secret for tests, long enough to sign with";
    private static final byte[] PLAIN = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final KeyVault vault = new KeyVault(new DataKeys(SECRET, null));

    @Test
    void opensASealedSecretForItsOwnerOnly() {
        var sealed = vault.seal(PLAIN, Accounts.ME);
        assertThat(vault.open(sealed, Accounts.ME)).isEqualTo(PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, Accounts.OTHER));
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(vault.seal(PLAIN, Accounts.ME)).isNotEqualTo(vault.seal(PLAIN, Accounts.ME));
    }

    @Test
    void refusesAnEditedSecret() {
        var sealed = vault.seal(PLAIN, Accounts.ME);
        var edited = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(edited, Accounts.ME));
    }

    @Test
    void hashesTheSameTextAlikeUnderOneSecretOnly() {
        var other = new KeyVault(new DataKeys("another secret for tests, long enough as well", null));
        assertThat(vault.pseudonym("192.0.2.7"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(vault.pseudonym("192.0.2.7"))
                .isNotEqualTo(vault.pseudonym("192.0.2.8"))
                .isNotEqualTo(other.pseudonym("192.0.2.7"));
    }

    @Test
    void readsStoredDataAfterTheTokenSecretWasReplaced() {
        var sealed = vault.seal(PLAIN, Accounts.ME);
        var replaced = new KeyVault(new DataKeys("the next secret for tests, long enough too", SECRET));
        assertThat(replaced.open(sealed, Accounts.ME)).isEqualTo(PLAIN);
    }

    @Test
    void refusesAShortSecret() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeyVault(new DataKeys(SECRET, "short")))
                .withMessageContaining("ashlar.security.data-secret");
    }

    @Test
    void hidesItsSecrets() {
        assertThat(new DataKeys(SECRET, SECRET).toString()).doesNotContain(SECRET);
    }
}
