// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.LEAD;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.LeadActivityService;
import dev.ashlar.crm.application.LeadActivityView;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CrmServer
class LeadActivityControllerTest {
    private static final String ALL = "/api/v1/leads/" + LEAD.value() + "/activities";
    private static final String CALL = "{\"type\": \"call\", \"note\": \"Nobody answers\"}";
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000ac", "leadId": "019a0000-0000-7000-8000-0000000000d0", "type": "call",
             "note": "Nobody answers", "actorId": "019a0000-0000-7000-8000-000000000001", "createdAt": "2026-11-20T10:15:30Z"}""";

    @Autowired
    private SalesPeople people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private LeadActivityService activities;

    @Test
    void listsActivities() {
        given(activities.list(SALES, LEAD, PageRequest.first())).willReturn(new Page<>(List.of(activity()), null));
        assertThat(people.get(SALES, ALL).json().at("/items/0")).isEqualTo(json.readTree(JSON));
    }

    @Test
    void reportsAContact() {
        given(activities.report(SALES, LEAD, ActivityType.CALL, "Nobody answers"))
                .willReturn(activity());
        var answer = people.post(SALES, ALL, CALL);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).isEqualTo(json.readTree(JSON));
    }

    @ParameterizedTest
    @CsvSource({"LEAD_NOT_FOUND, 404, crm.lead-not-found", "LEAD_ARCHIVED, 409, crm.lead-archived"})
    void answersRefusalsOfAReport(CrmProblem problem, int status, String code) {
        given(activities.report(any(), any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.post(SALES, ALL, CALL);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"call, dance, /type", "Nobody answers, ' ', /note"})
    void refusesAReportThatIsNotValid(String valid, String wrong, String pointer) {
        assertThat(people.post(SALES, ALL, CALL.replace(valid, wrong)).error()).startsWith(pointer + ": ");
    }

    private static LeadActivityView activity() {
        return new LeadActivityView(
                new LeadActivityId(UUID.fromString("019a0000-0000-7000-8000-0000000000ac")),
                LEAD,
                ActivityType.CALL,
                "Nobody answers",
                SALES.userId(),
                SalesPeople.AT);
    }
}
