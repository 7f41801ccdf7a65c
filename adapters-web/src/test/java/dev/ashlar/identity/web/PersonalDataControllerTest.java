// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.PersonalExport;
import dev.ashlar.identity.application.SecondFactorView;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServer
class PersonalDataControllerTest {
    private static final Actor STUDENT = new Actor(Accounts.ME, Role.STUDENT, "mentor");

    @Autowired
    private Caller client;

    @Autowired
    private AccountService accounts;

    @Autowired
    private PersonalExport export;

    @Test
    void exportsTheAccountAndEachListAsOneDocument() {
        given(accounts.me(STUDENT)).willReturn(Accounts.account(Accounts.ME, 3));
        willAnswer(call -> {
                    BiConsumer<String, Stream<? extends Record>> reader = call.getArgument(1);
                    reader.accept("articles", Stream.of());
                    reader.accept(
                            "orders",
                            Stream.of(new SecondFactorView(false, null, 7), new SecondFactorView(true, null, 8)));
                    return null;
                })
                .given(export)
                .read(eq(STUDENT), any());

        var answer = client.get("/api/v1/me/export", "Authorization", client.bearer(Role.STUDENT));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Content-Disposition")).contains("my-data.json");
        assertThat(answer.json().at("/account/email").asString("")).isEqualTo("ada@example.org");
        assertThat(answer.json().at("/articles").size()).isZero();
        assertThat(answer.json().at("/orders/1/recoveryCodesLeft").asInt()).isEqualTo(8);
    }
}
