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
    private final SecondFactorEnrolment enrolment;
    private final SecondFactorService factors;

    SecondFactorWorkflow(PasswordCheck passwords, SecondFactorEnrolment enrolment, SecondFactorService factors) {
        this.passwords = passwords;
        this.enrolment = enrolment;
        this.factors = factors;
    }

    /** Draws the secret of a new second factor, see {@link SecondFactorEnrolment#enrol}. */
    public NewSecondFactor enrol(Actor actor, SessionId current, String currentPassword, Client client) {
        return enrolment.enrol(passwords.require(actor, current, currentPassword, client));
    }

    /** Ends the second factor, see {@link SecondFactorService#disable}. */
    public void disable(Actor actor, SessionId current, String currentPassword, OneTimeCode code, Client client) {
        factors.disable(passwords.require(actor, current, currentPassword, client), code);
    }
}
