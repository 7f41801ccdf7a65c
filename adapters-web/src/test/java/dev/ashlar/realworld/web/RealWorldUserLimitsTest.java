// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.web.Accounts;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@RealWorldServer
@TestPropertySource(
        properties = {
            "ashlar.rate-limits.login.quota=1",
            "ashlar.rate-limits.login.window=1h",
            "ashlar.rate-limits.mail.quota=1",
            "ashlar.rate-limits.mail.window=1h"
        })
class RealWorldUserLimitsTest {
    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private Caller client;

    @BeforeEach
    void answer() {
        var account = Accounts.account(Accounts.ME, 0);
        given(credentials.change(any(), any(), any(), any(), any(), any())).willAnswer(call -> {
            var login = call.getArgument(2, Login.Edit.class);
            if (!login.email().equals(Change.keep())) {
                call.getArgument(5, Runnable.class).run();
            }
            return account;
        });
    }

    @Test
    void limitsPasswordsAsTheOwnApiDoes() {
        assertThat(put("{\"password\":\"password\"}").status()).isEqualTo(200);

        var refused = put("{\"password\":\"password\"}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"login\";q=1;w=3600");
        assertThat(put("{\"bio\":\"Counts\"}").status()).isEqualTo(200);
    }

    @Test
    void limitsAddressesThatGetAMail() {
        assertThat(put("{\"email\":\"first@example.org\"}").status()).isEqualTo(200);

        var refused = put("{\"email\":\"second@example.org\"}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"mail\";q=1;w=3600");
        assertThat(put("{\"bio\":\"Counts\"}").status()).isEqualTo(200);
    }

    private Caller.Answer put(String user) {
        return client.send("PUT", "/api/user", "{\"user\":" + user + "}", "Authorization", client.bearer(Role.STUDENT));
    }
}
