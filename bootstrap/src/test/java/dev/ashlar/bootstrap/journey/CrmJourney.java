// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Leads from the first contact to the conversion, and those who are the same person. */
@JourneyTest
class CrmJourney {
    @LocalServerPort
    private int port;

    private SalesOffice office;
    private Api sales;

    @BeforeEach
    void logIn() {
        office = new SalesOffice(Api.at(port));
        sales = office.hired();
    }

    @Test
    void aLeadIsFollowedUpUntilItConverts() {
        var lead = SalesOffice.lead(sales, Map.of("name", "Grace", "phone", "+49 30 901820", "source", "open-day"));
        SalesOffice.call(sales, lead).is(201);
        var tag = SalesOffice.tag(sales);
        SalesOffice.retag(sales, lead, tag).is(200);
        var read = sales.get(lead).is(200);
        assertThat(read.json().at("/lead/phone").asString()).isEqualTo("+4930901820");
        assertThat(read.json().at("/tags/0/id").asString()).isEqualTo(tag);
        SalesOffice.edit(sales, lead, Map.of("email", SalesOffice.mail()), read.header("ETag"))
                .is(200);

        sales.post(lead + "/lose", Map.of("note", "Has no time")).is(200);
        sales.post(lead + "/reopen", Map.of()).is(200);
        sales.post(lead + "/convert", Map.of("note", "Has signed")).is(200);

        assertThat(types(sales, lead)).containsExactly("converted", "reopened", "lost", "call", "created");
        assertThat(SalesOffice.ids(sales.get(SalesOffice.LEADS + "?status=converted&tagId=" + tag)))
                .containsExactly(Campus.id(lead));
        var pipeline = sales.get(SalesOffice.LEADS + "/pipeline").is(200).json();
        assertThat(pipeline.at("/counts/0/status").asString()).isEqualTo("converted");
        assertThat(pipeline.at("/counts/0/leads").asInt()).isEqualTo(1);
        assertThat(pipeline.at("/counts")).hasSize(1);
    }

    @Test
    void anApplicationMakesALeadThatItsEnrollmentConverts() {
        var campus = new Campus(Api.at(port));
        var batch = campus.openBatch(1);
        var applicant = campus.newcomer();
        var application = campus.submitted(applicant, batch);
        var newest = office.admin
                .get(SalesOffice.LEADS + "?source=my-analytics-school&limit=100")
                .is(200)
                .json();

        var lead = newest.at("/items")
                .valueStream()
                .filter(found -> found.at("/applicationId").asString().equals(Campus.id(application)))
                .findFirst()
                .orElseThrow();
        assertThat(lead.at("/ownerId").isNull()).isTrue();
        assertThat(lead.at("/email").asString())
                .as("of an account not verified")
                .endsWith("@unknown.invalid");
        var path = SalesOffice.LEADS + "/" + lead.at("/id").asString();
        office.admin.post(path + "/assign", Map.of("ownerId", sales.myId())).is(200);
        assertThat(types(sales, path)).containsExactly("assigned", "created");
    }

    @Test
    void duplicatesAreFoundAndMerged() {
        var mail = SalesOffice.mail();
        var older = SalesOffice.lead(sales, Map.of("name", "Ada King", "email", mail, "source", "open-day"));
        var younger = SalesOffice.lead(
                sales,
                Map.of("name", "Ada K.", "email", mail.toUpperCase(), "phone", "+493012345", "source", "website"));
        SalesOffice.call(sales, younger).is(201);
        SalesOffice.retag(sales, younger, SalesOffice.tag(sales)).is(200);
        var duplicate =
                sales.get(SalesOffice.LEADS + "/duplicates").is(200).json().at("/items/0");
        assertThat(duplicate.at("/lead/id").asString()).isEqualTo(Campus.id(younger));
        assertThat(duplicate.at("/olderId").asString()).isEqualTo(Campus.id(older));
        assertThat(duplicate.at("/reason").asString()).isEqualTo("email");

        var kept = SalesOffice.merge(sales, younger, older).is(200).json();

        assertThat(kept.at("/id").asString()).isEqualTo(Campus.id(older));
        assertThat(kept.at("/phoneTyped").asString()).isEqualTo("+493012345");
        var archived = sales.get(younger).is(200).json().at("/lead");
        assertThat(archived.at("/status").asString()).isEqualTo("archived");
        assertThat(archived.at("/mergedIntoId").asString()).isEqualTo(Campus.id(older));
        assertThat(types(sales, older)).contains("call", "merged");
        assertThat(sales.get(older).json().at("/tags")).hasSize(1);
        assertThat(sales.get(SalesOffice.LEADS + "/duplicates").json().at("/items"))
                .isEmpty();
    }

    @Test
    void leadsAreFoundWhateverTheirAccentsAndTakenLiterally() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        var wanted = SalesOffice.lead(sales, SalesOffice.person("Zoë 100%_ " + word));
        SalesOffice.lead(sales, SalesOffice.person("Zoe 1000 " + word));

        assertThat(SalesOffice.ids(sales.get(SalesOffice.LEADS + "?q=ZOE"))).hasSize(2);
        assertThat(SalesOffice.ids(sales.get(SalesOffice.LEADS + "?q=100%25_"))).containsExactly(Campus.id(wanted));
        assertThat(sales.get(SalesOffice.LEADS + "?q=" + word + "&count=true&limit=1")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(2);
    }

    private static List<String> types(Api person, String lead) {
        return person.get(lead + "/activities")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(activity -> activity.at("/type").asString())
                .toList();
    }
}
