// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.LEAD;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.LeadProgressService;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CrmServer
class LeadProgressControllerTest {
    private static final String ONE = "/api/v1/leads/" + LEAD.value();
    private static final UserId OWNER = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000a2"));

    @Autowired
    private SalesPeople people;

    @Autowired
    private LeadProgressService progress;

    @Test
    void assignsAnOwner() {
        given(progress.assign(SALES, LEAD, OWNER)).willReturn(SalesPeople.lead(LeadStatus.ACTIVE));
        var answer = people.post(SALES, ONE + "/assign", "{\"ownerId\": \"" + OWNER.value() + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(people.post(SALES, ONE + "/assign", "{}").error()).isEqualTo("/ownerId: must not be null");
    }

    @ParameterizedTest
    @CsvSource({
        "LEAD_NOT_FOUND, 404, crm.lead-not-found",
        "LEAD_ARCHIVED, 409, crm.lead-archived",
        "OWNER_NOT_FOUND, 422, crm.owner-not-found"
    })
    void answersRefusalsOfAnAssignment(CrmProblem problem, int status, String code) {
        given(progress.assign(any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.post(SALES, ONE + "/assign", "{\"ownerId\": \"" + OWNER.value() + "\"}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void movesALeadOn() {
        given(progress.convert(SALES, LEAD, null)).willReturn(SalesPeople.lead(LeadStatus.CONVERTED));
        given(progress.lose(SALES, LEAD, "No money")).willReturn(SalesPeople.lead(LeadStatus.LOST));
        given(progress.reopen(SALES, LEAD, "Asked again")).willReturn(SalesPeople.lead(LeadStatus.ACTIVE));
        assertThat(status("/convert", "{}")).isEqualTo("converted");
        assertThat(status("/lose", "{\"note\": \"No money\"}")).isEqualTo("lost");
        assertThat(status("/reopen", "{\"note\": \"Asked again\"}")).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/convert", "/lose", "/reopen"})
    void refusesATransitionThatIsNotAllowed(String action) {
        var no = CrmProblem.ILLEGAL_TRANSITION.because("No.");
        given(progress.convert(any(), any(), any())).willThrow(no);
        given(progress.lose(any(), any(), any())).willThrow(no);
        given(progress.reopen(any(), any(), any())).willThrow(no);
        var answer = people.post(SALES, ONE + action, "{\"note\": \"Again\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("crm.illegal-transition");
    }

    @Test
    void requiresAReasonToGiveALeadUp() {
        assertThat(people.post(SALES, ONE + "/lose", "{}").error()).startsWith("/note: ");
        assertThat(people.post(SALES, ONE + "/lose", "{\"note\": \" \"}").error())
                .startsWith("/note: ");
    }

    private String status(String action, String body) {
        return people.post(SALES, ONE + action, body).json().at("/status").asString();
    }
}
