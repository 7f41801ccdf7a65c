// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.SecondFactor;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Drawing of the secrets of second factors. */
@ApplicationService
public class SecondFactorEnrollment {
    private final ProvenAccounts accounts;
    private final SecondFactors factors;
    private final Vault vault;
    private final SecretSource secrets;
    private final InstantSource clock;

    SecondFactorEnrollment(
            ProvenAccounts accounts, SecondFactors factors, Vault vault, SecretSource secrets, InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.vault = vault;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Draws a secret after the password was checked against these credentials. It replaces an earlier one that was never confirmed.
     */
    @Transactional
    public NewSecondFactor enroll(Credentials checked) {
        var user = accounts.lock(checked).orElseThrow(ProvenAccounts::changed);
        var secret = SecondFactor.drawSecret(secrets);
        if (!factors.begin(user.id(), vault.seal(secret, user.id()), clock.instant())) {
            throw enabled();
        }
        return new NewSecondFactor(SecondFactor.text(secret), SecondFactor.uri(secret, user.email()));
    }

    /** Creates the refusal of a second second factor. */
    static DomainException enabled() {
        return IdentityProblem.SECOND_FACTOR_ENABLED.because(
                "Your account has a second factor. Disable it to enroll another one.");
    }
}
