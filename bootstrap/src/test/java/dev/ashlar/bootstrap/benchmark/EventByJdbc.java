// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.caused;
import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.now;
import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.one;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGobject;

/**
 * The event of a confirmed meeting, which the booking stores, and its listener, which shows the meeting on both people's schedules in separate
 * transactions. The statements are those of Spring Modulith's registry and of the mappers.
 */
record EventByJdbc(DataSource connections, int slot, OffsetDateTime startsAt) {
    private static final MapperSql INSERT = new MapperSql("""
            INSERT INTO kernel.event_publication (
                id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts,
                last_resubmission_date)
            VALUES (?, 'dev.ashlar.mentoring.SlotConfirmed', 'planner.show-meeting', ?, ?, 'PUBLISHED', 1, ?)""", List.of("id", "at", "event", "at"));
    private static final MapperSql MARK_PROCESSING = new MapperSql(
            "UPDATE kernel.event_publication SET status = 'PROCESSING' WHERE id = ? AND status <> 'PROCESSING'",
            List.of("id"));
    private static final MapperSql DELETE =
            new MapperSql("DELETE FROM kernel.event_publication WHERE id = ?", List.of("id"));
    private static final MapperSql DECLARE = MapperSql.of("kernel.persistence.CauseMapper", "declare");
    private static final MapperSql LOCK_PEOPLE = MapperSql.of("identity.persistence.UserMapper", "lockDeactivated");
    private static final MapperSql PUT_MEETING = MapperSql.of("planner.persistence.ScheduleItemMapper", "putMeeting");

    void store(Connection connection) throws SQLException {
        one(INSERT.send(connection, values()));
    }

    /** Does what the listener does; the event is stored. */
    void deliver() throws SQLException {
        JdbcTransaction.run(connections, connection -> one(MARK_PROCESSING.send(connection, values())));
        JdbcTransaction.run(connections, connection -> {
            var mentor = Timetable.mentor(slot);
            var student = Timetable.student(slot);
            var values = caused(student, "planner.show-meeting");
            values.put("ids", connection.createArrayOf("uuid", new Object[] {mentor, student}));
            values.put("meeting.slotId", Timetable.slot(slot));
            values.put("meeting.version", 2);
            values.put("meeting.startsAt", startsAt);
            values.put("meeting.endsAt", startsAt.plusHours(1));
            values.put("meeting.toldAt", now());
            values.put("participants", participants(mentor, student));
            DECLARE.send(connection, values);
            LOCK_PEOPLE.send(connection, values);
            PUT_MEETING.send(connection, values);
        });
        JdbcTransaction.run(connections, connection -> one(DELETE.send(connection, values())));
    }

    private Map<String, Object> values() {
        var event = "{\"slotId\":\"%s\",\"mentorId\":\"%s\",\"studentId\":\"%s\",\"startsAt\":\"%s\",\"version\":2}"
                .formatted(Timetable.slot(slot), Timetable.mentor(slot), Timetable.student(slot), startsAt);
        return Map.of("id", new UUID(Timetable.slot(slot).getMostSignificantBits(), slot), "at", now(), "event", event);
    }

    private static PGobject participants(UUID mentor, UUID student) throws SQLException {
        var rows = new PGobject();
        rows.setType("jsonb");
        rows.setValue("""
                [{"id": "%s", "owner_id": "%s", "title": "Meeting with a student"},
                 {"id": "%s", "owner_id": "%s", "title": "Meeting with your mentor"}]""".formatted(UUID.randomUUID(), mentor, UUID.randomUUID(), student));
        return rows;
    }
}
