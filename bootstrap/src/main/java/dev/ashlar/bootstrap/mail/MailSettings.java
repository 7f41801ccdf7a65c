package dev.ashlar.bootstrap.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What account mails say about us.
 *
 * @param from the sender's address
 * @param linkBase where the front end is that knows {@code /verify-email} and {@code /reset-password}
 */
@ConfigurationProperties("ashlar.mail")
record MailSettings(
        @DefaultValue("ashlar@localhost") String from,
        @DefaultValue("http://localhost:8080") String linkBase) {}
