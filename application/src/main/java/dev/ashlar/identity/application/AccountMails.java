package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AccountMailer.AccountMail;
import dev.ashlar.identity.domain.DueMail;
import dev.ashlar.identity.domain.Fingerprint;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.SecretSource;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** The mails that are still to go out. */
@ApplicationService
public class AccountMails {
    private static final int BATCH = 20;

    private final OneTimeTokens tokens;
    private final SecretSource secrets;
    private final InstantSource clock;

    AccountMails(OneTimeTokens tokens, SecretSource secrets, InstantSource clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Takes the next mails of a kind and gives each a fresh secret. Once this has committed nobody else takes them for a
     * while; if they never leave, they come up again and the secrets made here are worthless.
     */
    @Transactional
    public List<Claimed> claim(TokenPurpose purpose) {
        var now = clock.instant();
        var claimed = tokens.lockDue(purpose, now, OneTimeToken.MAX_ATTEMPTS, BATCH).stream()
                .map(due -> Claimed.of(due, secrets.next()))
                .toList();
        if (!claimed.isEmpty()) {
            tokens.arm(
                    claimed.stream().map(Claimed::id).toList(),
                    claimed.stream()
                            .map(mail -> Fingerprint.ofSecret(mail.mail().token()))
                            .toList(),
                    now.plus(purpose.validity()),
                    now,
                    OneTimeToken.PAUSE.toSeconds());
        }
        return claimed;
    }

    /** Notes that these mails have left. */
    @Transactional
    public void markSent(List<OneTimeTokenId> ids) {
        tokens.markSent(ids, clock.instant());
    }

    /** A mail to send now, and what to report when it is sent. */
    public record Claimed(OneTimeTokenId id, AccountMail mail) {
        static Claimed of(DueMail due, String secret) {
            return new Claimed(due.id(), new AccountMail(due.purpose(), due.email(), due.firstName(), secret));
        }
    }
}
