// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.planner.application.OccurrenceView;
import dev.ashlar.planner.application.ScheduleItemView;
import dev.ashlar.planner.application.ScheduleService;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ScheduleItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlannerServer
class ScheduleControllerTest {
    private static final Actor OWNER = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final ScheduleItemId ITEM =
            new ScheduleItemId(UUID.fromString("019a0000-0000-7000-8000-0000000000c1"));
    private static final String ITEMS = "/api/v1/schedule-items";
    private static final String ONE = ITEMS + "/" + ITEM.value();
    private static final LocalDate DATE = LocalDate.parse("2027-03-08");
    private static final ItemTime TIME = ItemTime.between(
            Instant.parse("2027-03-01T08:00:00Z"), Instant.parse("2027-03-01T09:00:00Z"), "Europe/Berlin");
    private static final String BODY = """
            {"title": "Review", "startsAt": "2027-03-01T08:00:00Z", "endsAt": "2027-03-01T09:00:00Z", "zone": "Europe/Berlin"%s}""";
    private static final String ONCE = BODY.formatted("");
    private static final String WEEKLY = BODY.formatted(", \"recurrence\": \"FREQ=WEEKLY\"");

    @Autowired
    private Caller client;

    @Autowired
    private ScheduleService schedule;

    @Test
    void readsARangeOfDaysInATimeZone() {
        var slot = UUID.randomUUID();
        given(schedule.schedule(
                        OWNER,
                        LocalDate.parse("2027-03-01"),
                        DATE,
                        ZoneId.of("Europe/Berlin"),
                        new PageRequest(2, null)))
                .willReturn(new Page<>(
                        List.of(
                                new OccurrenceView(ITEM, "Review", null, DATE, TIME, null, null, 3),
                                new OccurrenceView(ITEM, "Meeting", null, null, TIME, ItemSourceType.SLOT, slot, 0)),
                        null));
        var answer = get("/api/v1/schedule?from=2027-03-01&to=2027-03-08&zone=Europe/Berlin&limit=2");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/date").asString()).isEqualTo("2027-03-08");
        assertThat(answer.json().at("/items/0/startsAt").asString()).isEqualTo("2027-03-01T08:00:00Z");
        assertThat(answer.json().at("/items/0/startsOn").isNull()).isTrue();
        assertThat(answer.json().at("/items/1/sourceType").asString()).isEqualTo("slot");
        assertThat(answer.json().at("/items/1/sourceId").asString()).isEqualTo(slot.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=2027-03-01&to=2027-03-08",
                "from=2027-03-01&zone=UTC",
                "from=2027-02-30&to=2027-03-08&zone=UTC",
                "from=2027-03-01T00:00:00Z&to=2027-03-08&zone=UTC",
                "from=2027-03-01&to=2027-03-08&zone=Mars/Olympus",
                "from=2027-03-01&to=2027-03-08&zone=UTC&owner=me"
            })
    void refusesAnInvalidRange(String query) {
        assertThat(get("/api/v1/schedule?" + query).code()).isEqualTo("request.invalid");
        then(schedule).shouldHaveNoInteractions();
    }

    @Test
    void addsASeries() {
        given(schedule.create(OWNER, new ItemDetails("Review", null, TIME, "FREQ=WEEKLY")))
                .willReturn(view(0));
        var answer = send("POST", ITEMS, WEEKLY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(answer.json().at("/zone").asString()).isEqualTo("Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title": "a"}                                                                                | /zone
            {"title": "a", "zone": "UTC"}                                                                 | /startsOn
            {"title": " ", "zone": "UTC", "startsOn": "2027-03-01", "endsOn": "2027-03-01"}               | /title
            {"title": "a", "zone": "Mars", "startsOn": "2027-03-01", "endsOn": "2027-03-01"}              | /zone
            {"title": "a", "zone": "UTC", "startsOn": "2027-03-02", "endsOn": "2027-03-01"}               | /endsOn
            {"title": "a", "zone": "UTC", "startsAt": "2027-03-01T08:00:00Z"}                             | /startsAt
            {"title": "a", "zone": "UTC", "startsAt": "2027-03-01T08:00:00Z", "endsAt": "2027-03-01T07:00:00Z"} | /endsAt
            {"title": "a", "zone": "UTC", "startsAt": "2027-03-01", "endsAt": "2027-03-01T07:00:00Z"}     | /startsAt
            {"title": "a", "zone": "UTC", "startsOn": "2027-03-01", "endsOn": "2027-03-01", "ownerId": 1} | /ownerId
            {"title": "a", "zone": "UTC", "startsOn": "2027-03-01", "endsOn": "2027-03-01", "todoId": 1}  | /todoId
            """)
    void refusesAnInvalidItemWithItsPointer(String body, String pointer) {
        var answer = send("POST", ITEMS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void refusesARuleThatIsTooLong() {
        var rule = "FREQ=DAILY;UNTIL=" + "2".repeat(200);
        var answer = send("POST", ITEMS, BODY.formatted(", \"recurrence\": \"" + rule + "\""));
        assertThat(answer.error()).startsWith("/recurrence: ");
    }

    @Test
    void editsThisFollowingAndAllUnderTheVersion() {
        given(schedule.edit(OWNER, ITEM, 3, new ItemDetails("Review", null, TIME, "FREQ=WEEKLY")))
                .willReturn(view(4));
        given(schedule.editOccurrence(OWNER, ITEM, DATE, 3, "Review", TIME)).willReturn(view(4));
        given(schedule.editFollowing(OWNER, ITEM, DATE, 3, new ItemDetails("Review", null, TIME, null)))
                .willReturn(view(0));
        for (var path : List.of(ONE, ONE + "/occurrences/2027-03-08", ONE + "/following/2027-03-08")) {
            var body = path.equals(ONE) ? WEEKLY : ONCE;
            assertThat(send("PUT", path, body).status()).as(path).isEqualTo(428);
            assertThat(send("DELETE", path, null).status()).as(path).isEqualTo(428);
            assertThat(send("PUT", path, body, "If-Match", "\"3\"").status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(send("DELETE", ONE, null, "If-Match", "\"3\"").status()).isEqualTo(204);
        then(schedule).should().delete(OWNER, ITEM, 3);
        assertThat(send("DELETE", ONE + "/following/2027-03-08", null, "If-Match", "\"3\"")
                        .status())
                .isEqualTo(204);
        then(schedule).should().removeFollowing(OWNER, ITEM, DATE, 3);
        given(schedule.removeOccurrence(OWNER, ITEM, DATE, 3)).willReturn(view(4));
        assertThat(send("DELETE", ONE + "/occurrences/2027-03-08", null, "If-Match", "\"3\"")
                        .header("ETag"))
                .isEqualTo("\"4\"");
    }

    @Test
    void answersRefusalsAsProblems() {
        given(schedule.edit(any(), any(), anyInt(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PUT", ONE, WEEKLY, "If-Match", "\"3\"").status()).isEqualTo(412);
        given(schedule.removeOccurrence(any(), any(), any(), eq(3)))
                .willThrow(PlannerProblem.OCCURRENCE_NOT_FOUND.because("Use another date."));
        assertThat(send("DELETE", ONE + "/occurrences/2027-03-08", null, "If-Match", "\"3\"")
                        .code())
                .isEqualTo("planner.occurrence-not-found");
        assertThat(send("DELETE", ONE + "/occurrences/2027-02-30", null, "If-Match", "\"3\"")
                        .status())
                .isIn(400, 404);
        given(schedule.get(any(), any())).willThrow(PlannerProblem.SCHEDULE_ITEM_NOT_FOUND.because("None."));
        assertThat(get(ONE).code()).isEqualTo("planner.schedule-item-not-found");
    }

    @Test
    void listsGetsAndRestoresItems() {
        given(schedule.list(OWNER, PageRequest.first())).willReturn(new Page<>(List.of(view(2)), null));
        assertThat(get(ITEMS).json().at("/items/0/version").asInt()).isEqualTo(2);
        given(schedule.get(OWNER, ITEM)).willReturn(view(2));
        assertThat(get(ONE).header("ETag")).isEqualTo("\"2\"");
        given(schedule.restore(OWNER, ITEM)).willReturn(view(3));
        assertThat(send("POST", ONE + "/restore", null).header("ETag")).isEqualTo("\"3\"");
    }

    private static ScheduleItemView view(int version) {
        return new ScheduleItemView(ITEM, "Review", null, TIME, "FREQ=WEEKLY;BYDAY=MO", List.of(), version);
    }

    private Caller.Answer get(String path) {
        return send("GET", path, null);
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.STUDENT);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
