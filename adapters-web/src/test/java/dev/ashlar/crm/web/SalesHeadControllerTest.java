// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.ADMIN;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.crm.application.SalesTeamService;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.SalesHead;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CrmServer
class SalesHeadControllerTest {
    private static final UserId HEAD = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    private static final String ONE = "/api/v1/sales-heads/" + HEAD.value();
    private static final String TEAM = "{\"team\": \"Berlin\"}";

    @Autowired
    private SalesPeople people;

    @Autowired
    private SalesTeamService teams;

    @Test
    void appointsAHead() {
        given(teams.appoint(ADMIN, HEAD, "Berlin")).willReturn(new SalesHead(HEAD, "Berlin"));
        assertThat(people.send(ADMIN, "PUT", ONE, TEAM).status()).isEqualTo(204);
        assertThat(people.send(ADMIN, "PUT", ONE, "{\"team\": \"\"}").error()).startsWith("/team: ");
    }

    @Test
    void dismissesAHead() {
        assertThat(people.send(ADMIN, "DELETE", ONE, null).status()).isEqualTo(204);
    }

    @Test
    void answersRefusals() {
        given(teams.appoint(any(), any(), any())).willThrow(CrmProblem.OWNER_NOT_FOUND.because("No."));
        willThrow(CrmProblem.SALES_HEAD_NOT_FOUND.because("No.")).given(teams).dismiss(any(), any());
        assertThat(people.send(ADMIN, "PUT", ONE, TEAM).code()).isEqualTo("crm.owner-not-found");
        assertThat(people.send(ADMIN, "DELETE", ONE, null).code()).isEqualTo("crm.sales-head-not-found");
    }

    @Test
    void leavesHeadsToAdministrators() {
        given(teams.appoint(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        willThrow(KernelProblem.FORBIDDEN.because("No.")).given(teams).dismiss(any(), any());
        assertThat(people.send(SALES, "PUT", ONE, TEAM).status()).isEqualTo(403);
        assertThat(people.send(SALES, "DELETE", ONE, null).status()).isEqualTo(403);
    }
}
