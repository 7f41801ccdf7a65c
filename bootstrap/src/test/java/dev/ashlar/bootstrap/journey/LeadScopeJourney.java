// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.application.LeadImportWorkflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every operation on leads, called by a sales person for the lead of another one: it is neither found nor counted. */
@JourneyTest
class LeadScopeJourney {
    private static final String NAME = "Secretive Sam";

    @LocalServerPort
    private int port;

    @Autowired
    private LeadImportWorkflow workflow;

    private SalesOffice office;
    private Api owner;
    private Api stranger;
    private String lead;
    private String own;
    private String mail;

    @BeforeEach
    void meetALead() {
        office = new SalesOffice(Api.at(port));
        owner = office.hired();
        stranger = office.hired();
        mail = SalesOffice.mail();
        lead = SalesOffice.lead(owner, Map.of("name", NAME, "email", mail, "phone", "+493055", "source", "open-day"));
        SalesOffice.call(owner, lead).is(201);
        own = SalesOffice.lead(stranger, Map.of("name", NAME, "phone", "+493055", "source", "open-day"));
    }

    @Test
    void noOperationFindsTheLeadOfAnother() {
        var operations = ofLeads();
        assertThat(operations).filteredOn(LeadScopeJourney::isOfOne).hasSizeGreaterThan(9);
        for (var operation : operations) {
            if (isOfOne(operation)) {
                var body = operation.hasBody() ? operation.body().toString() : null;
                operation
                        .call(stranger, operation.path().replace("/leads/{id}", "/leads/" + Campus.id(lead)), body)
                        .isProblem(404, "crm.lead-not-found");
            } else if (operation.method().equals("GET") && !operation.path().contains("{")) {
                var answer = stranger.get(operation.path()).is(200);
                assertThat(answer.text()).as(operation.toString()).doesNotContain(Campus.id(lead), mail);
            }
        }
        assertThat(owner.get(lead).json().at("/lead/version").asInt()).isZero();
    }

    @Test
    void neitherFiltersNorCountsTellOfTheLeadOfAnother() {
        for (var filter : List.of("q=" + mail, "q=Secretive", "ownerId=" + owner.myId(), "source=open-day")) {
            var answer =
                    stranger.get(SalesOffice.LEADS + "?count=true&" + filter).is(200);
            int visible = filter.startsWith("ownerId") || filter.equals("q=" + mail) ? 0 : 1;
            assertThat(answer.json().at("/total").asInt()).as(filter).isEqualTo(visible);
        }
        assertThat(stranger.get(SalesOffice.LEADS + "/pipeline")
                        .json()
                        .at("/counts/0/leads")
                        .asInt())
                .isEqualTo(1);
        assertThat(stranger.get(SalesOffice.LEADS + "/export.csv").text().lines())
                .hasSize(2);
        assertThat(stranger.get(SalesOffice.LEADS + "/duplicates").json().at("/items"))
                .isEmpty();
    }

    @Test
    void noOperationFindsTheImportOfAnother() {
        var uploaded = SalesOffice.uploaded(owner, SalesOffice.FILE);
        var operations = ofLeads().stream()
                .filter(operation -> operation.path().contains(SalesOffice.IMPORTS + "/{id}"))
                .toList();
        assertThat(operations).hasSizeGreaterThan(3);
        for (var operation : operations) {
            var path = operation
                    .path()
                    .replace(SalesOffice.IMPORTS + "/{id}", SalesOffice.IMPORTS + "/" + Campus.id(uploaded));
            for (var person : List.of(stranger, office.admin)) {
                operation.call(person, path, null).isProblem(404, "crm.import-not-found");
            }
        }
        assertThat(owner.get(uploaded).is(200).json().at("/status").asString()).isEqualTo("previewed");
    }

    @Test
    void anImportChangesNoLeadOfAnother() {
        var file = "name,email,phone,source\nSam,%s,+49301111111,open-day\nSam,,+493055,open-day\n".formatted(mail);
        var uploaded = SalesOffice.uploaded(stranger, file);
        SalesOffice.run(stranger, uploaded).is(200);
        while (workflow.step() > 0) {
            // until all rows have results
        }

        var rows = stranger.get(uploaded + "/rows").is(200);
        assertThat(rows.json().at("/items/0/outcome").asString()).isEqualTo("refused");
        assertThat(rows.text()).doesNotContain(Campus.id(lead), owner.myId(), NAME);
        assertThat(owner.get(lead).json().at("/lead/version").asInt()).isZero();
        assertThat(owner.get(lead).json().at("/lead/phoneTyped").asString()).isEqualTo("+493055");
    }

    @Test
    void aMergeTakesNoLeadOfAnother() {
        SalesOffice.merge(stranger, own, lead).isProblem(404, "crm.lead-not-found");
        SalesOffice.merge(stranger, lead, own).isProblem(404, "crm.lead-not-found");
        assertThat(owner.get(lead).json().at("/lead/status").asString()).isEqualTo("active");
    }

    @Test
    void anEmailAddressThatIsTakenTellsNothingElse() {
        var taken = Map.of("name", "Sam", "email", mail, "source", "open-day");
        var refused = stranger.post(SalesOffice.LEADS, taken).isProblem(409, "crm.lead-exists");
        assertThat(refused.text()).doesNotContain(Campus.id(lead), owner.myId(), NAME);
    }

    @Test
    void aHeadSeesTheTeamAndAnAdministratorThePlatform() {
        var head = office.hired();
        office.admin
                .put("/api/v1/sales-heads/" + head.myId(), Map.of("team", "Team " + Campus.code()))
                .is(204);
        head.get(lead).isProblem(404, "crm.lead-not-found");
        office.join(owner, head);

        head.get(lead).is(200);
        assertThat(SalesOffice.ids(head.get(SalesOffice.LEADS))).containsExactly(Campus.id(lead));
        head.get(own).isProblem(404, "crm.lead-not-found");
        head.post(lead + "/assign", Map.of("ownerId", stranger.myId())).isProblem(422, "crm.owner-not-found");
        office.admin.get(lead).is(200);
        office.admin.get(lead, "X-Platform", "lms").isProblem(404, "crm.lead-not-found");
        office.admin.send("DELETE", "/api/v1/sales-heads/" + head.myId(), null).is(204);
        head.get(lead).isProblem(404, "crm.lead-not-found");
    }

    private List<Operation> ofLeads() {
        return Operation.all(stranger).stream()
                .filter(operation -> operation.path().startsWith(SalesOffice.LEADS)
                        || operation.path().startsWith(SalesOffice.IMPORTS))
                .toList();
    }

    private static boolean isOfOne(Operation operation) {
        return operation.path().startsWith(SalesOffice.LEADS + "/{id}");
    }
}
