// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import dev.ashlar.identity.domain.AccountMailer;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Mailer over the configured SMTP server. */
class SmtpAccountMailer implements AccountMailer {
    private final MailSender server;
    private final MailSettings settings;

    SmtpAccountMailer(MailSender server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void send(AccountMail mail) {
        var text = AccountMailText.of(mail, settings);
        var message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(mail.to());
        message.setSubject(text.subject());
        message.setText(text.body());
        server.send(message);
    }
}
