// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.LEAD;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static dev.ashlar.crm.web.SalesPeople.STUDENT;
import static dev.ashlar.crm.web.SalesPeople.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.LeadDetails;
import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadEdit;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CrmServer
class LeadControllerTest {
    private static final String LEADS = "/api/v1/leads";
    private static final String ONE = LEADS + "/" + LEAD.value();
    private static final String NEW = """
            {"name": "Grace Hopper", "email": "grace@example.org", "source": "open-day"}""";
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000d0", "name": "Grace Hopper", "email": "grace@example.org",
             "phone": "+4930901820", "phoneTyped": "+49 30 901820", "source": "open-day", "platform": "mentor", "userId": null,
             "applicationId": null, "legacyRawId": null, "status": "active", "ownerId": "019a0000-0000-7000-8000-000000000001",
             "convertedAt": null, "mergedIntoId": null, "createdAt": "2026-11-20T10:15:30Z", "version": 3}""";

    @Autowired
    private SalesPeople people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private LeadService leads;

    @Test
    void listsLeadsByAllFiltersWithTotalAndNextPage() {
        var filter = new LeadFilter(LeadStatus.ACTIVE, SALES.userId(), "open-day", TAG.id(), "grâce");
        given(leads.list(SALES, filter, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(SalesPeople.lead(LeadStatus.ACTIVE)), Cursor.of("crm.leads", LEAD)));
        given(leads.count(SALES, filter)).willReturn(3L);
        var answer = people.get(
                SALES,
                LEADS + "?status=active&ownerId=" + SALES.userId().value() + "&source=open-day&tagId="
                        + TAG.id().value() + "&q=gr%C3%A2ce&count=true&limit=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(answer.json().at("/total").asInt()).isEqualTo(3);
        assertThat(answer.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void refusesFiltersOutOfBounds() {
        for (var filter : List.of("q=" + "a".repeat(101), "source=" + "a".repeat(61), "status=gone", "tagId=1")) {
            var name = filter.substring(0, filter.indexOf('='));
            assertThat(people.get(SALES, LEADS + "?" + filter).error()).startsWith(name + ": ");
        }
    }

    @Test
    void returnsALeadWithItsTagsAndItsVersion() {
        given(leads.get(SALES, LEAD)).willReturn(new LeadDetails(SalesPeople.lead(LeadStatus.ACTIVE), List.of(TAG)));
        var answer = people.get(SALES, ONE);
        assertThat(answer.header("ETag")).startsWith("\"3-");
        assertThat(answer.json().at("/lead")).isEqualTo(json.readTree(JSON));
        assertThat(answer.json().at("/tags/0/name").asString()).isEqualTo("Scholarship");
    }

    @Test
    void createsALead() {
        given(leads.create(SALES, new NewLead("Grace Hopper", "grace@example.org", null, "open-day")))
                .willReturn(SalesPeople.lead(LeadStatus.ACTIVE));
        var answer = people.post(SALES, LEADS, NEW);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void refusesALeadThatExists() {
        given(leads.create(any(), any())).willThrow(CrmProblem.LEAD_EXISTS.because("No."));
        var answer = people.post(SALES, LEADS, NEW);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("crm.lead-exists");
    }

    @ParameterizedTest
    @CsvSource({"name, ' '", "source, ''", "name, null", "owner, me"})
    void refusesALeadThatIsNotValid(String field, String value) {
        var body = "null".equals(value)
                ? NEW.replace("\"Grace Hopper\"", "null")
                : NEW.replaceAll("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": \"" + value + "\"");
        var sent = field.equals("owner") ? NEW.replace("}", ", \"owner\": \"me\"}") : body;
        assertThat(people.post(SALES, LEADS, sent).error()).startsWith("/" + field + ": ");
    }

    @Test
    void editsTheVersionOfIfMatch() {
        var edit = new LeadEdit(Change.keep(), Change.to(null), Change.to("+49 30 1"));
        given(leads.edit(SALES, LEAD, 2, edit)).willReturn(SalesPeople.lead(LeadStatus.ACTIVE));
        var body = "{\"email\": null, \"phone\": \"+49 30 1\"}";
        var answer = people.send(SALES, "PATCH", ONE, body, "If-Match", "\"2\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @CsvSource({
        "LEAD_NOT_FOUND, 404, crm.lead-not-found",
        "LEAD_ARCHIVED, 409, crm.lead-archived",
        "LEAD_EXISTS, 409, crm.lead-exists"
    })
    void answersRefusalsOfAnEdit(CrmProblem problem, int status, String code) {
        given(leads.edit(any(), any(), anyInt(), any())).willThrow(problem.because("No."));
        var answer = people.send(SALES, "PATCH", ONE, "{}", "If-Match", "\"0\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refusesAnEditOfAStaleVersion() {
        given(leads.edit(any(), any(), anyInt(), any())).willThrow(KernelProblem.STALE_VERSION.because("No."));
        assertThat(people.send(SALES, "PATCH", ONE, "{}", "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(people.send(SALES, "PATCH", ONE, "{}").status()).isEqualTo(428);
    }

    @Test
    void hidesLeadsFromOthers() {
        given(leads.list(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        given(leads.get(any(), any())).willThrow(CrmProblem.LEAD_NOT_FOUND.because("No."));
        assertThat(people.get(STUDENT, LEADS).code()).isEqualTo("auth.forbidden");
        assertThat(people.get(SALES, ONE).code()).isEqualTo("crm.lead-not-found");
        assertThat(client.get(LEADS).status()).isEqualTo(401);
    }
}
