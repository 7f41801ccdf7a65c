// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static dev.ashlar.identity.domain.TokenPurpose.EMAIL_VERIFICATION;
import static dev.ashlar.identity.domain.TokenPurpose.PASSWORD_RESET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link OneTimeTokens}. */
public abstract class OneTimeTokensContract {
    private static final String HASH = Fingerprint.ofSecret("secret");
    private static final Instant EXPIRY = NOW.plusSeconds(3600);
    private final IdSource ids = IdSource.timeOrdered();

    protected abstract OneTimeTokens tokens();

    protected abstract Users users();

    @Test
    void returnsDueMailsWithAddressAndName() {
        var ada = person("ada");
        var token = asked(ada, PASSWORD_RESET);
        assertThat(due(PASSWORD_RESET, NOW))
                .containsExactly(new OneTimeTokens.DueMail(
                        token.id(), PASSWORD_RESET, ada.email(), ada.person().firstName()));
        assertThat(due(EMAIL_VERIFICATION, NOW)).isEmpty();
        assertThat(due(PASSWORD_RESET, NOW.minusMillis(1))).isEmpty();
    }

    @Test
    void returnsDueMailsUpToALimitOldestFirst() {
        var first = asked(person("ada"), PASSWORD_RESET);
        asked(person("bob"), PASSWORD_RESET);
        assertThat(tokens().lockDue(PASSWORD_RESET, NOW, 5, 1))
                .extracting(OneTimeTokens.DueMail::id)
                .containsExactly(first.id());
    }

    @Test
    void returnsNoMailToAnInactiveUser() {
        var ada = person("ada");
        asked(ada, PASSWORD_RESET);
        users().setActive(ada.id(), false, NOW);
        assertThat(due(PASSWORD_RESET, NOW)).isEmpty();
    }

    @Test
    void armingATokenPostponesItLongerEachTime() {
        var token = asked(person("ada"), PASSWORD_RESET);
        arm(token, HASH);
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(99))).isEmpty();
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(100))).hasSize(1);
        arm(token, Fingerprint.ofSecret("another"));
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(199))).isEmpty();
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(200))).hasSize(1);
        assertThat(tokens().lockDue(PASSWORD_RESET, NOW.plusSeconds(200), 2, 9)).isEmpty();
    }

    @Test
    void armsEachTokenWithItsOwnSecret() {
        var adas = asked(person("ada"), PASSWORD_RESET);
        var bobs = asked(person("bob"), PASSWORD_RESET);
        tokens().arm(List.of(adas.id(), bobs.id()), List.of(HASH, Fingerprint.ofSecret("bobs")), EXPIRY, NOW, 100);
        assertThat(tokens().consume(Fingerprint.ofSecret("bobs"), PASSWORD_RESET, NOW))
                .contains(bobs.userId());
        assertThat(tokens().consume(HASH, PASSWORD_RESET, NOW)).contains(adas.userId());
    }

    @Test
    void aSentMailIsNoLongerDue() {
        var token = asked(person("ada"), PASSWORD_RESET);
        arm(token, HASH);
        tokens().markSent(List.of(token.id()), NOW);
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(1000))).isEmpty();
    }

    @Test
    void consumesATokenOnceForItsPurposeBeforeItExpires() {
        var token = asked(person("ada"), PASSWORD_RESET);
        arm(token, HASH);
        assertThat(tokens().consume(HASH, EMAIL_VERIFICATION, NOW)).isEmpty();
        assertThat(tokens().consume(HASH, PASSWORD_RESET, EXPIRY)).isEmpty();
        assertThat(tokens().find(HASH, EMAIL_VERIFICATION, NOW)).isEmpty();
        assertThat(tokens().find(HASH, PASSWORD_RESET, EXPIRY)).isEmpty();
        assertThat(tokens().find(HASH, PASSWORD_RESET, EXPIRY.minusMillis(1))).contains(token.userId());
        assertThat(tokens().consume(HASH, PASSWORD_RESET, EXPIRY.minusMillis(1)))
                .contains(token.userId());
        assertThat(tokens().find(HASH, PASSWORD_RESET, NOW)).isEmpty();
        assertThat(tokens().consume(HASH, PASSWORD_RESET, NOW)).isEmpty();
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(1000))).isEmpty();
    }

    @Test
    void withdrawsTheValidTokenOfThatPurpose() {
        var ada = person("ada");
        arm(asked(ada, PASSWORD_RESET), HASH);
        asked(ada, EMAIL_VERIFICATION);
        tokens().withdraw(ada.id(), PASSWORD_RESET, NOW);
        assertThat(tokens().consume(HASH, PASSWORD_RESET, NOW)).isEmpty();
        assertThat(due(PASSWORD_RESET, NOW.plusSeconds(1000))).isEmpty();
        assertThat(due(EMAIL_VERIFICATION, NOW)).hasSize(1);
    }

    @Test
    void mailsATokenToTheAddressThatItWasRequestedFor() {
        var ada = person("ada");
        tokens().insert(new OneTimeToken(
                new OneTimeTokenId(ids.next()), ada.id(), EMAIL_VERIFICATION, "countess@example.org", NOW));
        assertThat(due(EMAIL_VERIFICATION, NOW))
                .extracting(OneTimeTokens.DueMail::email)
                .containsExactly("countess@example.org");
    }

    @Test
    void deletesOldTokensInBatches() {
        asked(person("ada"), PASSWORD_RESET);
        asked(person("bob"), PASSWORD_RESET);
        assertThat(tokens().deleteCreatedBefore(NOW, 9)).isZero();
        assertThat(tokens().deleteCreatedBefore(NOW.plusMillis(1), 1)).isEqualTo(1);
        assertThat(tokens().deleteCreatedBefore(NOW.plusMillis(1), 9)).isEqualTo(1);
    }

    protected User person(String name) {
        var user = People.student(name);
        users().insert(user, People.PASSWORD_HASH);
        return user;
    }

    protected OneTimeToken asked(User user, TokenPurpose purpose) {
        var token = new OneTimeToken(new OneTimeTokenId(ids.next()), user.id(), purpose, user.email(), NOW);
        tokens().insert(token);
        return token;
    }

    private void arm(OneTimeToken token, String hash) {
        tokens().arm(List.of(token.id()), List.of(hash), EXPIRY, NOW, 100);
    }

    private List<OneTimeTokens.DueMail> due(TokenPurpose purpose, Instant now) {
        return tokens().lockDue(purpose, now, 5, 9);
    }
}
