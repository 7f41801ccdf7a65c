// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.benchmark.Load.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many students who book, and who have met: the slot, its record and the tokens change in one transaction. */
@Tag("benchmark")
class BookingBenchmark {
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void bookingAndCompleting() throws IOException {
        try (var ashlar = ServedAshlar.start(home)) {
            var psql = ashlar.psql();
            var booking = new Load("Booking a slot", 32, 1000, 30, 7);
            int slots = 2 * booking.requestsPerContender();
            var timetable = Timetable.fill(psql, slots);

            booking.settling(() -> awaitListeners(psql));
            measure(ashlar, booking, "book", new MeetingsByJdbc(ashlar.connections(), timetable)::book);

            assertThat(count(psql, "mentoring.slots WHERE status = 'confirmed'"))
                    .isEqualTo(slots);
            assertThat(count(psql, "wallet.token_holds WHERE status = 'captured'"))
                    .isEqualTo(slots);
            assertThat(count(psql, "wallet.token_usages WHERE usage_type = 'meeting_booking'"))
                    .isEqualTo(slots);
            assertThat(count(psql, "planner.schedule_items")).isEqualTo(2L * slots);
            assertBooksAgree(psql);

            var over = timetable.letPass(psql);
            var completing = new Load("Completing a meeting", 32, 1000, 30, 7);
            measure(ashlar, completing, "complete", new MeetingsByJdbc(ashlar.connections(), over)::complete);

            assertThat(count(psql, "mentoring.slots WHERE status = 'completed'"))
                    .isEqualTo(slots);
            assertThat(count(psql, "mentoring.slot_transitions")).isEqualTo(2L * slots);
            assertThat(count(psql, "wallet.token_usages WHERE usage_type = 'earning'"))
                    .isEqualTo(slots);
            assertBooksAgree(psql);
        }
    }

    /** The first half of the slots is Ashlar's, the second one plain JDBC's. */
    private static void measure(ServedAshlar ashlar, Load load, String deed, Request byJdbc) {
        var tokens = IntStream.range(0, Timetable.STUDENTS)
                .mapToObj(number -> "Bearer " + ashlar.token(Timetable.student(number), "student"))
                .toList();
        load.contender("Ashlar", client -> over(ashlar.connect(), deed, tokens))
                .contender("plain JDBC", client -> number -> byJdbc.send(load.requestsPerContender() + number))
                .run(ashlar.statements())
                .add("Memory of Ashlar", ashlar.memory())
                .print();
    }

    private static Request over(HttpConnection http, String deed, List<String> tokens) {
        return number -> http.post(
                        "/api/v1/slots/" + Timetable.slot(number) + "/" + deed,
                        "",
                        "Authorization",
                        tokens.get(number % Timetable.STUDENTS),
                        "Idempotency-Key",
                        deed + "-" + number)
                .is(200);
    }

    private static void awaitListeners(JdbcClient psql) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .until(() -> count(psql, "kernel.event_publication") == 0);
    }

    private static long count(JdbcClient psql, String fromWhere) {
        return psql.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
    }

    /** Passes if the queries that docs give operators find nothing wrong. */
    private static void assertBooksAgree(JdbcClient psql) throws IOException {
        for (var page : List.of("mentoring.md", "wallet.md")) {
            var query = QUERY.matcher(Files.readString(Path.of("..", "docs", page)));
            assertThat(query.find()).as(page).isTrue();
            assertThat(psql.sql(query.group(1)).query().listOfRows()).as(page).isEmpty();
        }
    }
}
