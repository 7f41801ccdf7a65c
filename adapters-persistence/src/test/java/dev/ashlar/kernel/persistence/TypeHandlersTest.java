// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.persistence.ScratchMapper.FlatPriced;
import dev.ashlar.kernel.persistence.ScratchMapper.Grouped;
import dev.ashlar.kernel.persistence.ScratchMapper.Labels;
import dev.ashlar.kernel.persistence.ScratchMapper.Mood;
import dev.ashlar.kernel.persistence.ScratchMapper.Nested;
import dev.ashlar.kernel.persistence.ScratchMapper.Priced;
import dev.ashlar.kernel.persistence.ScratchMapper.Settings;
import dev.ashlar.kernel.persistence.ScratchMapper.Thing;
import dev.ashlar.kernel.persistence.ScratchMapper.Timing;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
class TypeHandlersTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00.123456Z");

    private final JdbcClient jdbc;
    private final ScratchMapper things;

    @Autowired
    TypeHandlersTest(JdbcClient jdbc, SqlSessionFactory factory) {
        this.jdbc = jdbc;
        this.things = ScratchSchema.mapper(factory);
    }

    @BeforeAll
    static void createTables(@Autowired FreshDatabase.Switch database) {
        ScratchSchema.create(database);
    }

    @Test
    void keepEveryField() {
        assertKept(everything());
    }

    @Test
    void keepNulls() {
        assertKept(Thing.blank());
    }

    @Test
    void storeEachFieldInItsColumnType() {
        var thing = everything();
        things.add(thing);

        var row = jdbc.sql("""
                        SELECT
                            owner::text, bare::text, mood::text, settings->>'theme' AS theme,
                            settings#>>'{limits,perDay,1}' AS second_limit, names[2] AS second_name,
                            (lower(span) AT TIME ZONE 'UTC')::text AS span_from,
                            (upper(span) AT TIME ZONE 'UTC')::text AS span_until,
                            lower_inc(span) AND NOT upper_inc(span) AS half_open,
                            (at AT TIME ZONE 'UTC')::text AS at
                        FROM scratch.things
                        WHERE id = ?""").param(thing.id().value()).query().singleRow();

        assertThat(row)
                .containsEntry(
                        "owner",
                        String.valueOf(
                                thing.owner() == null ? null : thing.owner().value()))
                .containsEntry("bare", String.valueOf(thing.bare()))
                .containsEntry("mood", "in_a_hurry")
                .containsEntry("theme", "dark")
                .containsEntry("second_limit", "2")
                .containsEntry("second_name", "t,w\"o'")
                .containsEntry("span_from", "2026-11-20 10:00:00.123456")
                .containsEntry("span_until", "2026-11-20 10:01:00.123456")
                .containsEntry("half_open", true)
                .containsEntry("at", "2026-11-20 10:00:00.123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1883-11-18T17:00:00Z",
                "2026-03-29T01:30:00.000001Z",
                "2026-10-25T01:30:00.999999Z",
                "9999-12-31T23:59:59.999999Z",
                "+12026-01-01T00:00:00.5Z"
            })
    void keepInstantsToTheMicrosecond(Instant at) {
        assertKept(Thing.happening(at));
        assertKept(Thing.lasting(new InstantRange(at, null)));
        assertKept(Thing.lasting(new InstantRange(at.minusNanos(1000), at)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'[2026-11-20 10:00+00,)'; 2026-11-20T10:00:00Z; ",
                "'[2026-11-20 15:30+05:30,2026-11-20 11:00-03:30)'; 2026-11-20T10:00:00Z; 2026-11-20T14:30:00Z",
                "'[1890-01-01 00:19:32+00:19:32,1890-01-01 00:00:01+00)'; 1890-01-01T00:00:00Z; 1890-01-01T00:00:01Z",
                "'[12026-01-01 00:00+00,)'; +12026-01-01T00:00:00Z; "
            })
    void readRangesInEveryNotationOfTime(String literal, Instant from, Instant until) {
        for (var zone : List.of("UTC", "Asia/Kolkata", "Europe/Amsterdam", "America/St_Johns")) {
            jdbc.sql("SELECT set_config('TimeZone', ?, true)")
                    .param(zone)
                    .query()
                    .singleRow();

            assertThat(things.span(literal)).as(zone).isEqualTo(new InstantRange(from, until));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "(,)", "(2026-11-20 10:00+00,)", "[2026-11-20 10:00+00,2026-11-20 11:00+00]"})
    void failOnARangeOfAnotherForm(String literal) {
        assertThatThrownBy(() -> things.span(literal)).rootCause().hasMessageContaining("must include its start");
    }

    @Test
    void failOnALabelThatTheEnumDoesNotKnow() {
        var thing = Thing.blank();
        things.add(thing);
        set(thing, "mood = 'unheard_of'");

        assertThatThrownBy(() -> things.find(thing.id())).rootCause().hasMessageContaining("unheard_of");
    }

    @Test
    void failOnAFieldThatTheDocumentDoesNotKnow() {
        var thing = Thing.blank();
        things.add(thing);
        set(thing, "settings = '{\"theme\": \"dark\", \"size\": 1, \"limits\": null, \"color\": \"red\"}'");

        assertThatThrownBy(() -> things.find(thing.id())).rootCause().hasMessageContaining("color");
    }

    @Test
    void failOnAColumnThatTheRecordDoesNotKnow() {
        var thing = Thing.blank();
        things.add(thing);

        assertThatThrownBy(() -> things.withUnknownColumn(thing.id()))
                .rootCause()
                .hasMessageContaining("deleted_at");
    }

    @Test
    void fillRecordsWithinARecord() {
        var owner = Thing.blank();
        things.add(owner);
        var span = new InstantRange(AT, AT.plusSeconds(60));
        var thing = new Thing(Thing.newId(), owner.id(), null, Mood.CALM, null, List.of("a", "b"), span, AT);
        things.add(thing);

        assertThat(things.nested(thing.id()))
                .isEqualTo(new Nested(
                        thing.id(),
                        new Grouped(owner.id(), new Labels(Mood.CALM, List.of("a", "b"))),
                        new Timing(span, AT)));
    }

    @Test
    void leaveANullableRecordOutOnlyIfAllItsColumnsAreNull() {
        var nothing = Thing.blank();
        things.add(nothing);
        var half = Thing.happening(AT);
        things.add(half);

        assertThat(things.nested(nothing.id()))
                .isEqualTo(new Nested(nothing.id(), new Grouped(null, new Labels(null, null)), null));
        assertThat(things.nested(half.id()).timing()).extracting(Timing::at).isEqualTo(AT);
    }

    @Test
    void failOnAColumnThatNoRecordWithinKnows() {
        var thing = Thing.blank();
        things.add(thing);

        assertThatThrownBy(() -> things.withColumnOfNoGroup(thing.id()))
                .rootCause()
                .hasMessageContaining("deleted_at");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void takeIdsAsOneArray(int count) {
        var ids = Stream.generate(Thing::newId).limit(count).toList();

        assertThat(things.addAll(ids)).isEqualTo(count);

        assertThat(things.among(ids)).isEqualTo(ids);
        assertThat(things.among(List.of(Thing.newId()))).isEmpty();
    }

    @Test
    void keepEveryFieldOfRowsWrittenAsJson() {
        var rows = List.of(everything(), Thing.blank(), Thing.named(List.of("Ж🪨", "a,b")));

        assertThat(things.addRows(rows)).isEqualTo(3);

        for (var row : rows) {
            assertThat(things.find(row.id()).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(row);
        }
        assertThat(things.addRows(List.of())).isZero();
    }

    @Test
    void writeMoneyOfRowsToTheCent() {
        var rows = List.of(new Priced(Money.of("9999999999.98", "EUR")), new Priced(Money.of("0.01", "EUR")));

        assertThat(things.total(rows)).isEqualTo(Money.of("9999999999.99", "EUR"));
    }

    @Test
    void writeFlatRecordsOfRowsAsColumns() {
        var rows = List.of(new FlatPriced(Money.of("0.98", "EUR")), new FlatPriced(null));

        assertThat(things.flatTotal(rows)).isEqualTo(Money.of("0.98", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "NULL", "a,b", "\"quoted\"", "back\\slash", "Ж🪨"})
    void keepTextsOfEveryKind(String text) {
        assertKept(Thing.named(List.of(text)));
    }

    @Test
    void keepAnEmptyArrayApartFromNone() {
        assertKept(Thing.named(List.of()));
    }

    private Thing everything() {
        var owner = Thing.blank();
        things.add(owner);
        return new Thing(
                Thing.newId(),
                owner.id(),
                UUID.randomUUID(),
                Mood.IN_A_HURRY,
                new Settings("dark", 3, new Settings.Limits(List.of(1L, 2L), AT)),
                List.of("one", "t,w\"o'"),
                new InstantRange(AT, AT.plusSeconds(60)),
                AT);
    }

    private void assertKept(Thing thing) {
        things.add(thing);

        assertThat(things.find(thing.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(thing);
        jdbc.sql("UPDATE scratch.things SET span = NULL").update(); // so that the next one may overlap
    }

    private void set(Thing thing, String assignment) {
        jdbc.sql("UPDATE scratch.things SET " + assignment + " WHERE id = ?")
                .param(thing.id().value())
                .update();
    }
}
