// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

/** Sender of mails that carry a one-time token. A network call: never inside a transaction. */
// waive one-adapter-a-port: the configuration picks one, a mail server or, without one, the log
public interface AccountMailer {
    /** Sends the mail. Throws any unchecked exception if that fails; the mail is then retried later. */
    void send(AccountMail mail);

    /**
     * Mail to one user.
     *
     * @param token the secret; never printed
     */
    record AccountMail(TokenPurpose purpose, String to, String firstName, String token) {
        @Override
        public String toString() {
            return "AccountMail[purpose=" + purpose + ", to=" + to + ", token=hidden]";
        }
    }
}
