// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import static dev.ashlar.admissions.web.Visitors.ADMIN;
import static dev.ashlar.admissions.web.Visitors.COLLEGE;
import static dev.ashlar.admissions.web.Visitors.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.CollegeService;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.CollegeEdit;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@AdmissionsServer
class CollegeControllerTest {
    private static final String COLLEGES = "/api/v1/colleges";
    private static final String ONE = COLLEGES + "/" + COLLEGE.value();
    private static final String NEW = "{\"name\": \"ETH Zürich\", \"city\": \"Zürich\"}";

    @Autowired
    private Visitors people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private CollegeService colleges;

    @Test
    void searchesColleges() {
        given(colleges.list(STUDENT, "zürich", PageRequest.first()))
                .willReturn(new Page<>(List.of(Visitors.college()), null));
        given(colleges.count(STUDENT, "zürich")).willReturn(1L);
        var answer = people.get(STUDENT, COLLEGES + "?q=z%C3%BCrich&count=true");
        assertThat(answer.json().at("/total").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000a1", "name": "ETH Zürich", "city": "Zürich", "active": true,
                 "version": 3}"""));
        assertThat(people.get(STUDENT, COLLEGES + "?q=" + "x".repeat(101)).error())
                .startsWith("q: ");
    }

    @Test
    void createsAndEditsACollege() {
        given(colleges.create(ADMIN, "ETH Zürich", "Zürich")).willReturn(Visitors.college());
        assertThat(people.post(ADMIN, COLLEGES, NEW).header("Location")).isEqualTo(ONE);
        var edit = new CollegeEdit(Change.keep(), Change.keep(), Change.to(false));
        given(colleges.edit(ADMIN, COLLEGE, 2, edit)).willReturn(Visitors.college());
        assertThat(people.send(ADMIN, "PATCH", ONE, "{\"active\": false}", "If-Match", "\"2\"")
                        .header("ETag"))
                .isEqualTo("\"3\"");
        given(colleges.get(COLLEGE)).willReturn(Visitors.college());
        assertThat(people.get(STUDENT, ONE).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void answersRefusals() {
        given(colleges.create(any(), any(), any())).willThrow(AdmissionsProblem.COLLEGE_EXISTS.because("No."));
        assertThat(people.post(ADMIN, COLLEGES, NEW).code()).isEqualTo("admissions.college-exists");
        assertThat(people.post(ADMIN, COLLEGES, "{\"name\": \"\", \"city\": \"X\"}")
                        .error())
                .startsWith("/name: ");
        given(colleges.get(any())).willThrow(AdmissionsProblem.COLLEGE_NOT_FOUND.because("No."));
        assertThat(people.get(STUDENT, ONE).status()).isEqualTo(404);
        given(colleges.edit(any(), any(), anyInt(), any())).willThrow(KernelProblem.STALE_VERSION.because("No."));
        assertThat(people.send(ADMIN, "PATCH", ONE, "{}", "If-Match", "\"0\"").status())
                .isEqualTo(412);
    }
}
