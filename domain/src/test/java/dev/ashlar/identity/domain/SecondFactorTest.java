// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.UserId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    private static final SecretSource SECRETS = () -> UUID.randomUUID().toString();

    private final Vault vault = new OpenVault();
    private final UserId owner = People.newId();
    private final byte[] secret = SecondFactor.drawSecret(SECRETS);

    @Test
    void readsACodeWithBlanks() {
        var code = Totp.code(secret, NOW.getEpochSecond() / 30);
        var typed = new OneTimeCode(" " + code.substring(0, 3) + " " + code.substring(3));
        assertThat(factor(0).step(vault, typed, NOW)).hasValue(NOW.getEpochSecond() / 30);
    }

    @Test
    void takesARecoveryCodeForNoCodeOfTheApp() {
        assertThat(factor(0).step(vault, new OneTimeCode("ABCD-EFGH-ABCD-EFGH"), NOW))
                .isEmpty();
    }

    @Test
    void pausesAfterTooManyFailures() {
        assertThat(factor(4).wait(NOW)).isEmpty();
        assertThat(factor(5).wait(NOW)).contains(SecondFactor.PAUSE);
        assertThat(factor(5).wait(NOW.plus(SecondFactor.PAUSE).minusSeconds(1))).isPresent();
        assertThat(factor(5).wait(NOW.plus(SecondFactor.PAUSE))).isEmpty();
    }

    @Test
    void startsToCountAnewAfterThePause() {
        assertThat(factor(4).failuresWithOneMore()).isEqualTo(5);
        assertThat(factor(5).failuresWithOneMore()).isEqualTo(1);
    }

    @Test
    void drawsDifferentReadableRecoveryCodes() {
        var codes = RecoveryCodes.draw(SECRETS);
        assertThat(codes)
                .hasSize(RecoveryCodes.COUNT)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(RecoveryCodes.fingerprints(codes).getFirst())
                .isEqualTo(new OneTimeCode(codes.getFirst().toLowerCase().replace("-", " ")).fingerprint());
    }

    @Test
    void printsNoSecret() {
        assertThat(Set.of(factor(0).toString(), new OneTimeCode("123456").toString()))
                .noneMatch(text -> text.contains(vault.seal(secret, owner)) || text.contains("123456"));
    }

    private SecondFactor factor(int failures) {
        return new SecondFactor(owner, vault.seal(secret, owner), NOW, 10, failures, failures == 0 ? null : NOW);
    }
}
