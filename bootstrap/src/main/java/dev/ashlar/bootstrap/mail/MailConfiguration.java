// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import dev.ashlar.identity.domain.AccountMailer;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mailer over SMTP if {@code spring.mail.host} is set, else one that logs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    /** Limit of a mail, far below the pause after which it is sent again. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String TIMEOUT_MILLIS = "10000";

    @Bean
    AccountMailer accountMailer(ObjectProvider<JavaMailSenderImpl> servers, MailSettings settings) {
        var server = servers.getIfAvailable();
        if (server == null) {
            return new LoggingAccountMailer(settings);
        }
        for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            server.getJavaMailProperties().putIfAbsent("mail.smtp." + timeout, TIMEOUT_MILLIS);
        }
        return new SmtpAccountMailer(server, settings, LIMIT);
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    MailProbe mailProbe(JavaMailSenderImpl server) {
        return new MailProbe(server);
    }
}
