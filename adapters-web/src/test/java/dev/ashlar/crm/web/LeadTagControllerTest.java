// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.LEAD;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static dev.ashlar.crm.web.SalesPeople.STUDENT;
import static dev.ashlar.crm.web.SalesPeople.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.LeadTagService;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CrmServer
class LeadTagControllerTest {
    private static final String TAGS = "/api/v1/tags";
    private static final String OF_LEAD = "/api/v1/leads/" + LEAD.value() + "/tags";
    private static final String WANTED = "{\"tagIds\": [\"" + TAG.id().value() + "\"]}";

    @Autowired
    private SalesPeople people;

    @Autowired
    private LeadTagService tags;

    @Test
    void listsTags() {
        given(tags.list(SALES, PageRequest.first())).willReturn(new Page<>(List.of(TAG), null));
        assertThat(people.get(SALES, TAGS).json().at("/items/0/name").asString())
                .isEqualTo("Scholarship");
    }

    @Test
    void createsATag() {
        given(tags.create(SALES, "Scholarship")).willReturn(TAG);
        var answer = people.post(SALES, TAGS, "{\"name\": \"Scholarship\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/id").asString())
                .isEqualTo(TAG.id().value().toString());
    }

    @Test
    void refusesATagThatExistsOrIsTooLong() {
        given(tags.create(any(), any())).willThrow(CrmProblem.TAG_EXISTS.because("No."));
        assertThat(people.post(SALES, TAGS, "{\"name\": \"Scholarship\"}").code())
                .isEqualTo("crm.tag-exists");
        assertThat(people.post(SALES, TAGS, "{\"name\": \"" + "a".repeat(41) + "\"}")
                        .error())
                .startsWith("/name: ");
    }

    @Test
    void setsTheTagsOfALead() {
        given(tags.retag(SALES, LEAD, Set.of(TAG.id()))).willReturn(List.of(TAG));
        var answer = people.send(SALES, "PUT", OF_LEAD, WANTED);
        assertThat(answer.json().at("/tags/0/name").asString()).isEqualTo("Scholarship");
    }

    @Test
    void refusesMoreTagsThanALeadHas() {
        var many = Stream.generate(UUID::randomUUID)
                .limit(21)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(","));
        assertThat(people.send(SALES, "PUT", OF_LEAD, "{\"tagIds\": [" + many + "]}")
                        .error())
                .startsWith("/tagIds: ");
    }

    @ParameterizedTest
    @CsvSource({
        "LEAD_NOT_FOUND, 404, crm.lead-not-found",
        "LEAD_ARCHIVED, 409, crm.lead-archived",
        "TAG_NOT_FOUND, 422, crm.tag-not-found"
    })
    void answersRefusalsOfTags(CrmProblem problem, int status, String code) {
        given(tags.retag(any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.send(SALES, "PUT", OF_LEAD, WANTED);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void hidesTagsFromOthers() {
        given(tags.list(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertThat(people.get(STUDENT, TAGS).code()).isEqualTo("auth.forbidden");
    }
}
