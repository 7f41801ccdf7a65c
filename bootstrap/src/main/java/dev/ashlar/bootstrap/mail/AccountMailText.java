// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import dev.ashlar.identity.domain.AccountMailer.AccountMail;

/** Subject and body of an account mail. */
record AccountMailText(String subject, String body) {
    static AccountMailText of(AccountMail mail, MailSettings settings) {
        return switch (mail.purpose()) {
            case EMAIL_VERIFICATION ->
                new AccountMailText("Verify your email address", """
                        Hello %s,

                        verify your email address for Ashlar here:

                        %s/verify-email?token=%s

                        If you did not ask for this, ignore this mail.
                        """.formatted(
                                mail.firstName(), settings.linkBase(), mail.token()));
            case PASSWORD_RESET ->
                new AccountMailText(
                        "Reset your password", """
                        Hello %s,

                        set a new password here, within an hour:

                        %s

                        If you did not ask for this, ignore this mail; your password stays as it is.
                        """.formatted(mail.firstName(), settings.resetLink(mail.token())));
            case ADDRESS_NOTICE ->
                new AccountMailText(
                        "Your email address is about to change", """
                        Hello %s,

                        another email address has been entered for your account. It replaces this one once it is verified.

                        If it was not you, set a new password, which also drops the other address:

                        %s/forgot-password
                        """.formatted(mail.firstName(), settings.linkBase()));
            case REGISTRATION_NOTICE ->
                new AccountMailText(
                        "You already have an account", """
                        Hello %s,

                        perhaps you tried to register with this email address, which has an account. Log in with your
                        password, or set a new one here:

                        %s/forgot-password

                        If it was not you, ignore this mail; nothing has changed.
                        """.formatted(mail.firstName(), settings.linkBase()));
        };
    }
}
