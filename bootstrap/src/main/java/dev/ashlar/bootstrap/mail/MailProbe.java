// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connects to the mail server and logs in. Mails wait in the database for a server that does not answer, which therefore is no incident. */
class MailProbe implements HealthProbe {
    private static final Logger LOG = LoggerFactory.getLogger(MailProbe.class);

    private final JavaMailSenderImpl server;

    MailProbe(JavaMailSenderImpl server) {
        this.server = server;
    }

    @Override
    public String component() {
        return "mail";
    }

    @Override
    public HealthResult check() {
        try {
            server.testConnection();
            return HealthResult.HEALTHY;
        } catch (MessagingException failed) {
            LOG.warn("Mail server not reached host={} cause={}", server.getHost(), failed.toString());
            return HealthResult.degraded("Mail server " + server.getHost() + " accepts no connection.");
        }
    }
}
