// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import dev.ashlar.identity.domain.AccountMailer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * Mailer over the configured SMTP server. The timeouts of the connection begin anew with each byte of the server, so that a mail has a
 * limit as a whole.
 */
class SmtpAccountMailer implements AccountMailer {
    private final MailSender server;
    private final MailSettings settings;
    private final Duration limit;

    SmtpAccountMailer(MailSender server, MailSettings settings, Duration limit) {
        this.server = server;
        this.settings = settings;
        this.limit = limit;
    }

    @Override
    public void send(AccountMail mail) {
        var text = AccountMailText.of(mail, settings);
        var message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(mail.to());
        message.setSubject(text.subject());
        message.setText(text.body());
        send(message);
    }

    private void send(SimpleMailMessage message) {
        var sending = new FutureTask<>(() -> server.send(message), null);
        // An interrupt closes the socket of a virtual thread; a platform thread would go on reading.
        Thread.startVirtualThread(sending);
        try {
            sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new MailSendException("The mail server took longer than " + limit.toSeconds() + " s.", slow);
        } catch (ExecutionException failed) {
            throw new MailSendException("The mail server did not take the mail.", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailSendException("The mail was broken off.", stopped);
        } finally {
            sending.cancel(true);
        }
    }
}
