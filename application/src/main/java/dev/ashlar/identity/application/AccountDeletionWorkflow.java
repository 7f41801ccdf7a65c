// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Workflow;
import org.jspecify.annotations.Nullable;

/** Deletion of the own account, which needs the current password. */
@Workflow
public class AccountDeletionWorkflow {
    private final PasswordCheck passwords;
    private final AccountDeletionService deletion;
    private final CachedSessions sessions;

    AccountDeletionWorkflow(PasswordCheck passwords, AccountDeletionService deletion, CachedSessions sessions) {
        this.passwords = passwords;
        this.deletion = deletion;
        this.sessions = sessions;
    }

    /**
     * Deletes the account, see {@link AccountDeletionService#delete}.
     *
     * @param code code of the second factor; null if the account has none
     */
    public void delete(
            Actor actor, SessionId current, String currentPassword, @Nullable OneTimeCode code, Client client) {
        deletion.delete(passwords.require(actor, current, currentPassword, client), code);
        sessions.forget(actor.userId()); // nothing is added to the empty account
    }
}
