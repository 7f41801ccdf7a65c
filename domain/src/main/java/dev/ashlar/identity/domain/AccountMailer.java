package dev.ashlar.identity.domain;

/** Sends mails that carry a one-time token. A network call: never inside a transaction. */
// waive one-adapter-a-port: the configuration picks one, a mail server or, without one, the log
public interface AccountMailer {
    /** Hands the mail over; throws any unchecked exception if that fails, and the mail is tried again later. */
    void send(AccountMail mail);

    /**
     * A mail to one person.
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
