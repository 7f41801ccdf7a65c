// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.TokenPurpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationServiceTest {
    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void answersAlikeForATakenAddressAndTellsItsOwner() {
        register("ada@example.org", "ada");
        register("ADA@example.org", "mallory");

        assertThat(identity.users
                        .findByEmail("ada@example.org")
                        .orElseThrow()
                        .login()
                        .username())
                .isEqualTo("ada");
        assertThat(purposes()).containsExactly(TokenPurpose.EMAIL_VERIFICATION, TokenPurpose.REGISTRATION_NOTICE);
        assertThat(identity.oneTimeTokens.all())
                .extracting(OneTimeToken::recipient)
                .containsOnly("ada@example.org");
    }

    @Test
    void mailsTheOwnerThreeTimesAtMost() {
        register("ada@example.org", "ada");
        for (int attempt = 0; attempt < 9; attempt++) {
            register("ada@example.org", "mallory");
        }
        assertThat(purposes())
                .filteredOn(TokenPurpose.REGISTRATION_NOTICE::equals)
                .hasSizeLessThanOrEqualTo(3);
    }

    private List<TokenPurpose> purposes() {
        return identity.oneTimeTokens.all().stream().map(OneTimeToken::purpose).toList();
    }

    private void register(String email, String username) {
        identity.registration.register(Registration.of(email, username, "First", "Last", "mentor"), PASSWORD, CLIENT);
    }
}
