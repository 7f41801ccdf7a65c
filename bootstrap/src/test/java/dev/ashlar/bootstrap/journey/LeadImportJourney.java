// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.application.LeadImportWorkflow;
import dev.ashlar.crm.domain.LeadImport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files of leads from the preview to the bad rows, which are mended and sent again. */
@JourneyTest
class LeadImportJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private LeadImportWorkflow workflow;

    private Api sales;

    @BeforeEach
    void logIn() {
        sales = new SalesOffice(Api.at(port)).hired();
    }

    @Test
    void badRowsAreMendedAndSentAgain() {
        var one = SalesOffice.mail();
        var two = SalesOffice.mail();
        var file = """
                Name;E-Mail;Phone;Source;Remark
                Grâce;%s;+49 30 901820;fair;"two
                lines"
                Ada;nobody;;fair;
                Ada;%s;
                """.formatted(one, two);
        var preview = SalesOffice.upload(sales, file).is(201);
        assertThat(preview.json().at("/columns").valueStream())
                .extracting(column -> column.asString())
                .containsExactly("Name", "E-Mail", "Phone", "Source", "Remark");
        assertThat(preview.json().at("/rows/0/contact/phone").asString()).isEqualTo("+4930901820");
        assertThat(preview.json().at("/rows/1/problems/0/field").asString()).isEqualTo("email");
        var uploaded = preview.header("Location");
        assertThat(SalesOffice.ids(sales.get(SalesOffice.LEADS)))
                .as("leads before the run")
                .isEmpty();

        SalesOffice.run(sales, uploaded).is(200);
        finish();

        var finished = sales.get(uploaded).is(200).json();
        assertThat(finished.at("/status").asString()).isEqualTo("finished");
        assertThat(finished.at("/createdRows").asInt()).isEqualTo(1);
        assertThat(finished.at("/refusedRows").asInt()).isEqualTo(2);
        assertThat(sales.get(SalesOffice.LEADS + "?q=grace")
                        .json()
                        .at("/items/0/email")
                        .asString())
                .isEqualTo(one);
        var bad = sales.get(uploaded + "/rows.csv?outcome=refused").is(200).text();
        assertThat(bad.lines()).hasSize(3);
        var mended =
                bad.replace("\"nobody\"", "\"" + SalesOffice.mail() + "\"").replace("\"\",\"\",3", "\"\",\"fair\",3");
        var again = SalesOffice.uploaded(sales, mended);
        SalesOffice.run(sales, again).is(200);
        finish();
        assertThat(sales.get(again).json().at("/createdRows").asInt()).isEqualTo(2);
    }

    @Test
    void anExportedFileChangesNothing() {
        SalesOffice.lead(sales);
        SalesOffice.lead(sales, Map.of("name", "=1+1", "phone", "+49 30 901820", "source", "fair"));
        var export = sales.get(SalesOffice.LEADS + "/export.csv").is(200).text();

        var uploaded = SalesOffice.uploaded(sales, export);
        SalesOffice.run(sales, uploaded).is(200);
        finish();

        assertThat(sales.get(uploaded).json().at("/skippedRows").asInt()).isEqualTo(2);
        assertThat(SalesOffice.ids(sales.get(uploaded + "/rows?outcome=updated")))
                .isEmpty();
        assertThat(sales.get(SalesOffice.LEADS + "?count=true")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anyFileHasAResult() {
        var header = "name,email,source\n";
        var many = "c,".repeat(251);
        for (var file : List.of(
                "\u0000\u0001\u0002",
                header,
                header + "\"",
                header + "\"\"\"\"\"\"\",,\n",
                header + "x".repeat(10_000_000) + ",a@example.org,fair\n",
                header + header + header,
                header + "a\n,,,,,,\n\n\n",
                many + header + many + "A," + SalesOffice.mail() + ",fair\n",
                header + "'; DROP TABLE crm.leads; --,a@example.org,fair\n",
                header + "\uD83D\uDE08\u202E,<script>@example.org,${jndi}\n",
                "name,name,name\n",
                "x".repeat(100_000))) {
            var answer = SalesOffice.upload(sales, file);
            assertThat(answer.status()).as(answer.text()).isIn(201, 422);
            if (answer.status() == 201) {
                SalesOffice.run(sales, answer.header("Location")).is(200);
                finish();
                assertThat(sales.get(answer.header("Location"))
                                .json()
                                .at("/status")
                                .asString())
                        .isEqualTo("finished");
            }
        }
    }

    @Test
    void refusedFilesDoNotCountAsOpen() {
        var broken = "name,email,source\n" + "Ada,ada@example.org,fair\n".repeat(1001) + "\"B\"B,,\n";

        for (int number = 0; number <= LeadImport.MAX_OPEN; number++) {
            SalesOffice.upload(sales, broken).isProblem(422, "crm.file-unreadable");
        }

        assertThat(SalesOffice.ids(sales.get(SalesOffice.IMPORTS))).isEmpty();
    }

    private void finish() {
        for (int batches = 0; workflow.step() > 0; batches++) {
            assertThat(batches).isLessThan(100);
        }
    }
}
