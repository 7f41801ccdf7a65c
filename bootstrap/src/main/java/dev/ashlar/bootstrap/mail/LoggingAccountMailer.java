// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import dev.ashlar.identity.domain.AccountMailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mailer for development: it logs the mails, with the secrets in them. */
class LoggingAccountMailer implements AccountMailer {
    private static final Logger log = LoggerFactory.getLogger(LoggingAccountMailer.class);

    private final MailSettings settings;

    LoggingAccountMailer(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public void send(AccountMail mail) {
        var text = AccountMailText.of(mail, settings);
        log.info(
                "Mail not sent, no server configured to={} subject=\"{}\"\n{}", mail.to(), text.subject(), text.body());
    }
}
