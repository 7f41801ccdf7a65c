// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.application.AccountMails.Claimed;
import dev.ashlar.identity.domain.AccountMailer;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sending of due mails: claims a batch in one transaction, calls the mail server in none, marks the mails in another. */
@Workflow
public class AccountMailWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(AccountMailWorkflow.class);

    private final AccountMails mails;
    private final AccountMailer mailer;

    AccountMailWorkflow(AccountMails mails, AccountMailer mailer) {
        this.mails = mails;
        this.mailer = mailer;
    }

    /** Sends one batch of each purpose. Returns the number of mails; failed ones are retried later, and do not stop those after them. */
    @Job(name = "identity.send-account-mails", every = "5s")
    public int sendDue() {
        return Arrays.stream(TokenPurpose.values())
                .mapToInt(purpose -> send(mails.claim(purpose)))
                .sum();
    }

    private int send(List<Claimed> claimed) {
        var sent = claimed.stream().filter(this::send).map(Claimed::id).toList();
        if (!sent.isEmpty()) {
            mails.markSent(sent);
        }
        return claimed.size();
    }

    private boolean send(Claimed claimed) {
        try {
            mailer.send(claimed.mail());
            return true;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Mail failed token={} purpose={}",
                    claimed.id().value(),
                    claimed.mail().purpose(),
                    failed);
            return false;
        }
    }
}
