// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.SealedSecret;
import dev.ashlar.kernel.web.security.DataKeys;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProviderVaultTest {
    private static final String DATA = "a secret for tests, long enough to derive keys from";
    private static final String FIRST = "the first sealing secret, long enough for a key";
    private static final String SECOND = "the second sealing secret, long enough for a key";
    private static final String ORIGIN = "https://llm.example:443";
    private static final ProviderSecret SECRET = new ProviderSecret("sk-very-secret");

    private final AiProviderId owner = new AiProviderId(UUID.randomUUID());
    private final ProviderVault vault = vault();

    @Test
    void opensASecretForItsProviderAndItsServerOnly() {
        var sealed = vault.seal(SECRET, owner, ORIGIN);
        assertThat(sealed.secret()).doesNotContain(SECRET.value());
        assertThat(vault.open(sealed, owner, ORIGIN)).isEqualTo(SECRET);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(sealed, new AiProviderId(UUID.randomUUID()), ORIGIN));
        assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, owner, "https://evil.example:443"));
    }

    @Test
    void refusesAnEditedSecret() {
        var sealed = vault.seal(SECRET, owner, ORIGIN);
        var edited =
                (sealed.secret().startsWith("A") ? "B" : "A") + sealed.secret().substring(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(new SealedSecret(edited, sealed.secretKeyId()), owner, ORIGIN));
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(vault.seal(SECRET, owner, ORIGIN).secret())
                .isNotEqualTo(vault.seal(SECRET, owner, ORIGIN).secret());
    }

    @Test
    void sealsUnderTheFirstKeyAndOpensUnderAll() {
        var data = vault.seal(SECRET, owner, ORIGIN);
        var first = vault(FIRST).seal(SECRET, owner, ORIGIN);
        var rotated = vault(SECOND, FIRST);
        var second = rotated.seal(SECRET, owner, ORIGIN);

        assertThat(rotated.formerKeys()).containsExactly(first.secretKeyId(), data.secretKeyId());
        for (var sealed : List.of(data, first, second)) {
            assertThat(rotated.open(sealed, owner, ORIGIN)).isEqualTo(SECRET);
        }
        assertThat(vault.formerKeys()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> vault(FIRST).open(second, owner, ORIGIN))
                .withMessageContaining("ashlar.ai.sealing-secrets")
                .withMessageContaining(second.secretKeyId());
    }

    /** A secret that is listed twice, or that is also the one for stored data, makes one key. */
    @Test
    void knowsAKeyOnce() {
        assertThat(vault(FIRST, FIRST, DATA).formerKeys()).hasSize(1);
    }

    @Test
    void refusesAShortSecretAndHidesAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault("short"))
                .withMessageContaining("ashlar.ai.sealing-secrets");
        assertThat(new AiSettings(false, List.of(FIRST), 13).toString()).doesNotContain(FIRST);
        assertThat(SECRET.toString()).doesNotContain(SECRET.value());
        assertThat(vault.seal(SECRET, owner, ORIGIN).toString())
                .doesNotContain(vault.seal(SECRET, owner, ORIGIN).secret());
    }

    private static ProviderVault vault(String... sealing) {
        return new ProviderVault(new AiSettings(false, List.of(sealing), 13), new DataKeys(DATA, null));
    }
}
