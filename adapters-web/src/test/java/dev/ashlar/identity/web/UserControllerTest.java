// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static dev.ashlar.identity.web.Accounts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.identity.UserStage;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.identity.application.UserFilter;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServer
class UserControllerTest {
    private static final Actor ADMIN = new Actor(Accounts.ME, Role.ADMIN, "mentor");
    private static final String PATH = "/api/v1/users/" + OTHER.value();

    @Autowired
    private Caller client;

    @Autowired
    private UserAdministration users;

    @Test
    void listsWithFilterTotalAndNextPage() {
        var filter = new UserFilter(Role.EXPERT, UserStage.LEAD, false);
        given(users.list(ADMIN, filter, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(Accounts.account(OTHER, 0)), Cursor.of("identity.users", OTHER)));
        given(users.count(ADMIN, filter)).willReturn(7L);
        var answer = get("/api/v1/users?role=expert&stage=lead&active=false&limit=1&count=true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("total").asLong(0)).isEqualTo(7);
        assertThat(answer.json().path("items").path(0).path("id").asString(""))
                .isEqualTo(OTHER.value().toString());
        assertThat(answer.header("Link")).contains("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role=boss", "stage=LEAD", "active=maybe", "name=ada", "limit=0"})
    void refusesUndeclaredFiltersAndValues(String query) {
        assertThat(get("/api/v1/users?" + query).code()).isEqualTo("request.invalid");
    }

    @Test
    void refusesEverybodyButAdministrators() {
        given(users.list(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Admins only."));
        var answer = get("/api/v1/users");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("auth.forbidden");
    }

    @Test
    void returnsAUserWithItsVersion() {
        given(users.get(ADMIN, OTHER)).willReturn(Accounts.account(OTHER, 5));
        assertThat(get(PATH).header("ETag")).isEqualTo("\"5\"");
        given(users.get(ADMIN, OTHER)).willThrow(IdentityProblem.USER_NOT_FOUND.because("None."));
        assertThat(get(PATH).status()).isEqualTo(404);
        assertThat(get("/api/v1/users/not-an-id").status()).isEqualTo(400);
    }

    @Test
    void changesPersonAndStanding() {
        var person = new Person.Edit(Change.keep(), Change.to("King"), Change.keep(), Change.keep());
        var standing = new Standing.Edit(Change.to(Role.SALES), Change.keep(), Change.to(null));
        given(users.edit(ADMIN, OTHER, 5, person, standing)).willReturn(Accounts.account(OTHER, 6));
        var answer = patch("{\"lastName\":\"King\",\"role\":\"sales\",\"salesHeadId\":null}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"6\"");
    }

    @ParameterizedTest
    @CsvSource({"OWN_ACCOUNT, 403", "SALES_HEAD_INELIGIBLE, 422", "SALES_HEAD_CYCLE, 422", "USER_LEADS_OTHERS, 422"})
    void refusesAnEditThatBreaksARule(IdentityProblem problem, int status) {
        given(users.edit(any(), any(), anyInt(), any(), any())).willThrow(problem.because("No."));
        var answer = patch("{\"role\":\"sales\"}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(problem.code());
    }

    @Test
    void requiresTheCurrentVersion() {
        given(users.edit(any(), any(), anyInt(), any(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read it again."));
        assertThat(patch("{}").status()).isEqualTo(412);
        assertThat(client.send("PATCH", PATH, "{}", "Authorization", client.bearer(Role.ADMIN))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void deactivatesAndActivates() {
        given(users.deactivate(ADMIN, OTHER)).willReturn(Accounts.account(OTHER, 6));
        given(users.activate(ADMIN, OTHER)).willThrow(IdentityProblem.ILLEGAL_TRANSITION.because("It is."));
        assertThat(post("/deactivate").header("ETag")).isEqualTo("\"6\"");
        var answer = post("/activate");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("identity.illegal-transition");
    }

    private Caller.Answer get(String path) {
        return client.get(path, "Authorization", client.bearer(Role.ADMIN));
    }

    private Caller.Answer patch(String body) {
        return client.send("PATCH", PATH, body, "Authorization", client.bearer(Role.ADMIN), "If-Match", "\"5\"");
    }

    private Caller.Answer post(String action) {
        return client.send("POST", PATH + action, null, "Authorization", client.bearer(Role.ADMIN));
    }
}
