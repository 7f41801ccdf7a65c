// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Workflow;

/** Changes of the second factor that need the current password. */
@Workflow
public class SecondFactorWorkflow {
    private final PasswordCheck passwords;
    private final SecondFactorEnrollment enrollment;
    private final SecondFactorService factors;

    SecondFactorWorkflow(PasswordCheck passwords, SecondFactorEnrollment enrollment, SecondFactorService factors) {
        this.passwords = passwords;
        this.enrollment = enrollment;
        this.factors = factors;
    }

    /** Draws the secret of a new second factor, see {@link SecondFactorEnrollment#enroll}. */
    public NewSecondFactor enroll(Actor actor, SessionId current, String currentPassword, Client client) {
        return enrollment.enroll(passwords.require(actor, current, currentPassword, client));
    }

    /** Ends the second factor, see {@link SecondFactorService#disable}. */
    public void disable(Actor actor, SessionId current, String currentPassword, OneTimeCode code, Client client) {
        factors.disable(passwords.require(actor, current, currentPassword, client), code);
    }
}
