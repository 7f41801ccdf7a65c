// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.caused;
import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.now;
import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.one;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Booking and completing as the application does it, in the same transactions and with the same statements in the same
 * order, but without the application: what the database alone allows.
 */
final class MeetingsByJdbc {
    private static final String ANSWER = "{\"id\":\"" + "x".repeat(600) + "\"}";

    private final MapperSql declare = MapperSql.of("kernel.persistence.CauseMapper", "declare");
    private final MapperSql claim = MapperSql.of("kernel.persistence.IdempotencyKeysMapper", "claim");
    private final MapperSql answer = MapperSql.of("kernel.persistence.IdempotencyKeysMapper", "complete");
    private final MapperSql lockStudent = MapperSql.of("identity.persistence.UserMapper", "lockDeactivated");
    private final MapperSql lockCalendars = MapperSql.of("mentoring.persistence.SlotMapper", "lockCalendars");
    private final MapperSql findSlot = MapperSql.of("mentoring.persistence.SlotMapper", "findRow");
    private final MapperSql findMentor = MapperSql.of("mentoring.persistence.MentorMapper", "find");
    private final MapperSql changeSlot = MapperSql.of("mentoring.persistence.SlotMapper", "change");
    private final MapperSql postAtOnce = MapperSql.of("wallet.persistence.WalletMapper", "postAtOnce");
    private final MapperSql post = MapperSql.of("wallet.persistence.WalletMapper", "post");
    private final DataSource connections;
    private final Timetable timetable;

    MeetingsByJdbc(DataSource connections, Timetable timetable) {
        this.connections = connections;
        this.timetable = timetable;
    }

    /** Books a slot, and shows it on the schedules, which the application does on another thread. */
    void book(int number) throws SQLException {
        var event = new EventByJdbc(connections, number, timetable.startOf(number));
        JdbcTransaction.run(connections, connection -> {
            var values = common(number, "book");
            declare.send(connection, values);
            one(claim.send(connection, values));
            one(findSlot.send(connection, ofSlot(number)));
            values.put("ids", connection.createArrayOf("uuid", new Object[] {Timetable.student(number)}));
            lockStudent.send(connection, values);
            values.put("people", connection.createArrayOf("uuid", new Object[] {
                Timetable.mentor(number), Timetable.student(number)
            }));
            lockCalendars.send(connection, values);
            one(findMentor.send(connection, Map.of("userId", Timetable.mentor(number))));
            change(values, number, "tentative", "confirmed", 1);
            one(changeSlot.send(connection, values));
            values.putAll(holdAndPosting(number));
            one(postAtOnce.send(connection, values));
            event.store(connection);
            one(answer.send(connection, values));
        });
        event.deliver();
    }

    void complete(int number) throws SQLException {
        JdbcTransaction.run(connections, connection -> {
            var values = common(number, "complete");
            declare.send(connection, values);
            one(claim.send(connection, values));
            one(findSlot.send(connection, ofSlot(number)));
            change(values, number, "confirmed", "completed", 2);
            one(changeSlot.send(connection, values));
            values.put("posting.id", UUID.randomUUID());
            values.put("posting.userId", Timetable.mentor(number));
            values.put("posting.movement.usageType", "earning");
            values.put("posting.movement.delta", Timetable.EARNING);
            values.put("posting.movement.idempotencyKey", "slot-earning:" + Timetable.slot(number));
            values.put("posting.movement.reason", "Mentored in the meeting of " + timetable.startOf(number));
            values.put("posting.movement.slotId", Timetable.slot(number));
            values.put("posting.at", now());
            one(post.send(connection, values));
            one(answer.send(connection, values));
        });
    }

    private static Map<String, Object> common(int number, String deed) {
        var values = caused(Timetable.student(number), "POST /api/v1/slots/{id}/" + deed);
        values.put("principal", Timetable.student(number));
        values.put("key", deed + "-" + number);
        values.put("requestHash", "0".repeat(64));
        values.put("answer.status", 200);
        values.put("answer.body", ANSWER);
        return values;
    }

    private static Map<String, Object> ofSlot(int number) {
        return Map.of("id", Timetable.slot(number));
    }

    private void change(Map<String, Object> values, int number, String from, String to, int version) {
        var start = timetable.startOf(number);
        values.put("after.offer.id", Timetable.slot(number));
        values.put("before.version", version);
        values.put("before.status", from);
        values.put("after.status", to);
        values.put("after.version", version + 1);
        values.put("after.offer.startsAt", start);
        values.put("after.offer.endsAt", start.plusHours(1));
        values.put("after.isAvailable", false);
        values.put("after.booking.studentId", Timetable.student(number));
        values.put("after.booking.terms.priceTokens", Timetable.PRICE);
        values.put("after.booking.terms.earningTokens", Timetable.EARNING);
        values.put("after.booking.terms.penaltyTokens", 5L);
        values.put("after.booking.terms.cutoffMinutes", 1440);
        values.put("after.booking.confirmedAt", now());
        values.put("after.booking.meetingUrl", "https://meet.example/1");
        values.put("after.noShow", false);
        values.put("actor", Timetable.student(number));
        values.put("at", now());
    }

    private Map<String, Object> holdAndPosting(int number) {
        return Map.ofEntries(
                Map.entry("hold.id", new UUID(Timetable.slot(number).getMostSignificantBits(), -1L - number)),
                Map.entry("hold.userId", Timetable.student(number)),
                Map.entry("hold.amount", Timetable.PRICE),
                Map.entry("hold.refType", "slot"),
                Map.entry("hold.refId", Timetable.slot(number)),
                Map.entry("hold.expiresAt", now().plusHours(1)),
                Map.entry("posting.id", UUID.randomUUID()),
                Map.entry("posting.userId", Timetable.student(number)),
                Map.entry("posting.movement.usageType", "meeting_booking"),
                Map.entry("posting.movement.delta", -Timetable.PRICE),
                Map.entry("posting.movement.idempotencyKey", "hold:" + Timetable.slot(number)),
                Map.entry("posting.movement.reason", "Meeting of " + timetable.startOf(number)),
                Map.entry("posting.movement.slotId", Timetable.slot(number)),
                Map.entry("posting.at", now()));
    }
}
