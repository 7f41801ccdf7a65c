// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seats of one batch at two instances. */
@Tag("exhaustive")
class AdmissionsInstancesJourney {
    private static final int SEATS = 12;
    private static final int WAITING = 15;

    @TempDir
    private Path home;

    @Test
    void freedSeatsAreOfferedOnceInTheOrderOfTheList() {
        try (var instances = new Instances(home.resolve("home"))) {
            var first = instances.serve("first").address();
            var second = instances.serve("second").address();
            var campus = new Campus(Api.at(first.getPort()));
            var batch = campus.openBatch(SEATS);
            var seated = Stream.generate(campus::newcomer).limit(SEATS).toList();
            var seats = seated.stream()
                    .map(person -> campus.enrolled(person, batch))
                    .toList();
            var list = Stream.generate(campus::newcomer)
                    .limit(WAITING)
                    .map(person -> campus.waiting(person, batch))
                    .toList();

            var answers = Together.run(
                    SEATS,
                    number -> () -> campus.withdraw(
                                    seated.get(number).on(number % 2 == 0 ? first : second), seats.get(number))
                            .status());

            assertThat(answers).extracting(Outcome::value).containsOnly(200);
            for (int place = 0; place < WAITING; place++) {
                assertThat(campus.admin
                                .get(list.get(place))
                                .json()
                                .at("/application/status")
                                .asString())
                        .as("place %s", place)
                        .isEqualTo(place < SEATS ? "accepted" : "waitlisted");
            }
            var psql = instances.psql();
            assertThat(psql.sql(
                                    "SELECT enrolled_count || '/' || offered_count FROM admissions.batches WHERE id = ?::uuid")
                            .param(Campus.id(batch))
                            .query(String.class)
                            .single())
                    .isEqualTo("0/" + SEATS);
            assertThat(psql.sql("SELECT count(*) FROM admissions.application_events WHERE from_status = 'waitlisted'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(SEATS);
        }
    }
}
