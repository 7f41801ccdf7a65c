// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of account mails.
 *
 * @param from address of the sender
 * @param linkBase address of the front end, which serves {@code /verify-email}, {@code /reset-password} and {@code
 *     /forgot-password}
 */
@ConfigurationProperties("ashlar.mail")
public record MailSettings(
        @DefaultValue("ashlar@localhost") String from,
        @DefaultValue("http://localhost:8080") String linkBase) {
    /** Returns the address at which the front end lets the holder of the token set a password. */
    public String resetLink(String token) {
        return linkBase + "/reset-password?token=" + token;
    }
}
