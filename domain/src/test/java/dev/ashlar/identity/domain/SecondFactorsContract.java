// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of {@link SecondFactors}. */
public abstract class SecondFactorsContract {
    private static final String SECRET = "a sealed secret of some length";
    private static final String FIRST = Fingerprint.ofSecret("first");
    private static final String SECOND = Fingerprint.ofSecret("second");

    private UserId ada;

    protected abstract SecondFactors factors();

    protected abstract Users users();

    @BeforeEach
    void register() {
        var user = People.student("ada");
        users().insert(user, People.PASSWORD_HASH);
        ada = user.id();
    }

    @Test
    void replacesAFactorUntilItIsConfirmed() {
        assertThat(factors().begin(ada, "an earlier sealed secret", NOW)).isTrue();
        factors().fail(ada, 3, NOW);
        assertThat(factors().begin(ada, SECRET, NOW)).isTrue();
        assertThat(factors().find(ada)).contains(new SecondFactor(ada, SECRET, null, 0, 0, null));

        assertThat(factors().confirm(ada, 100, List.of(FIRST, SECOND), NOW.plusSeconds(1)))
                .isTrue();
        assertThat(factors().begin(ada, "a later sealed secret", NOW)).isFalse();
        assertThat(factors().confirm(ada, 101, List.of(), NOW)).isFalse();
        assertThat(factors().find(ada)).contains(new SecondFactor(ada, SECRET, NOW.plusSeconds(1), 2, 0, null));
    }

    @Test
    void acceptsEachStepOnceAndNoneThatIsEarlier() {
        confirmed();
        assertThat(factors().useStep(ada, 100, NOW)).isFalse();
        assertThat(factors().useStep(ada, 102, NOW)).isTrue();
        assertThat(factors().useStep(ada, 102, NOW)).isFalse();
        assertThat(factors().useStep(ada, 101, NOW)).isFalse();
        assertThat(factors().useStep(ada, 103, NOW)).isTrue();
    }

    @Test
    void acceptsEachRecoveryCodeOnce() {
        confirmed();
        assertThat(factors().useRecoveryCode(ada, FIRST, NOW)).isTrue();
        assertThat(factors().useRecoveryCode(ada, FIRST, NOW)).isFalse();
        assertThat(factors().useRecoveryCode(ada, Fingerprint.ofSecret("third"), NOW))
                .isFalse();
        assertThat(factors().find(ada).orElseThrow().recoveryCodes()).isEqualTo(1);
    }

    @Test
    void acceptsNoCodeOfAnUnconfirmedFactor() {
        factors().begin(ada, SECRET, NOW);
        assertThat(factors().useStep(ada, 100, NOW)).isFalse();
        assertThat(factors().useRecoveryCode(ada, FIRST, NOW)).isFalse();
    }

    @Test
    void countsFailuresUntilACodeIsRight() {
        confirmed();
        factors().fail(ada, 2, NOW);
        assertThat(factors().find(ada)).contains(new SecondFactor(ada, SECRET, NOW, 2, 2, NOW));
        factors().useStep(ada, 101, NOW);
        assertThat(factors().find(ada)).contains(new SecondFactor(ada, SECRET, NOW, 2, 0, null));
        factors().fail(ada, 1, NOW);
        factors().useRecoveryCode(ada, FIRST, NOW);
        assertThat(factors().find(ada)).contains(new SecondFactor(ada, SECRET, NOW, 1, 0, null));
    }

    @Test
    void forgetsADeletedFactor() {
        confirmed();
        factors().delete(ada);
        assertThat(factors().find(ada)).isEmpty();
        assertThat(factors().useStep(ada, 200, NOW)).isFalse();
    }

    private void confirmed() {
        factors().begin(ada, SECRET, NOW);
        factors().confirm(ada, 100, List.of(FIRST, SECOND), NOW);
    }
}
