// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Mentors, students and meetings, made over HTTP. */
final class Mentoring {
    static final long PRICE = 20;

    static final Map<String, Object> PROFILE = Map.ofEntries(
            Map.entry("headline", "Builds backends"),
            Map.entry("bio", "Twenty years of them"),
            Map.entry("expertise", List.of("java", "postgresql")),
            Map.entry("timeZone", "Europe/Berlin"),
            Map.entry("tokenPrice", PRICE),
            Map.entry("slotMinutes", 60),
            Map.entry("bufferMinutes", 0),
            Map.entry("minNoticeMinutes", 60),
            Map.entry("cancelCutoffMinutes", 24 * 60),
            Map.entry("penaltyTokens", 5),
            Map.entry("directBooking", true),
            Map.entry("meetingUrl", "https://meet.example/mira"),
            Map.entry("active", true));

    private final Api nobody;
    private final Api admin;

    Mentoring(Api nobody) {
        this.nobody = nobody;
        this.admin = nobody.demo("admin");
    }

    /** A newcomer whom an administrator has made an expert, and who has become a mentor. */
    Api mentor() {
        var mentor = expert();
        save(mentor, 0, "active", true).is(200);
        return mentor;
    }

    /** A mentor whose meetings cost nothing. */
    Api freeMentor() {
        var mentor = expert();
        var profile = new HashMap<>(PROFILE);
        profile.put("tokenPrice", 0);
        profile.put("penaltyTokens", 0);
        mentor.put("/api/v1/me/mentor-profile", profile, "If-Match", "\"0\"").is(200);
        return mentor;
    }

    Api expert() {
        var newcomer = nobody.newcomer();
        var path = "/api/v1/users/" + newcomer.myId();
        var version = admin.get(path).is(200).header("ETag");
        admin.send("PATCH", path, "{\"role\": \"expert\"}", "If-Match", version).is(200);
        return login(newcomer.myId());
    }

    /** A newcomer once more, with the standing that an administrator has given them since. */
    Api login(String id) {
        var account = admin.get("/api/v1/users/" + id).is(200).json();
        return nobody.login(account.at("/email").asString(), "a long password");
    }

    /** Saves the profile above with one field changed. */
    Api.Answer save(Api mentor, int version, String field, Object value) {
        var profile = new HashMap<>(PROFILE);
        profile.put(field, value);
        return mentor.put("/api/v1/me/mentor-profile", profile, "If-Match", "\"" + version + "\"");
    }

    /** A newcomer with that many tokens. */
    Api student(long tokens) {
        var student = nobody.newcomer();
        if (tokens > 0) {
            give(student, tokens);
        }
        return student;
    }

    void give(Api person, long tokens) {
        admin.postOnce(
                        "/api/v1/wallets/" + person.myId() + "/adjustments",
                        Map.of("tokens", tokens, "reason", "to learn"))
                .is(201);
    }

    Api student() {
        return student(10 * PRICE);
    }

    /** An open slot of an hour. */
    String open(Api mentor, Duration fromNow) {
        return id(offer(mentor, fromNow).is(201));
    }

    Api.Answer offer(Api mentor, Duration fromNow) {
        var start = Instant.now().plus(fromNow).truncatedTo(ChronoUnit.HOURS);
        var end = start.plus(Duration.ofHours(1));
        return mentor.post("/api/v1/me/slots", Map.of("startsAt", start.toString(), "endsAt", end.toString()));
    }

    /** A slot that the student has asked for. */
    String requested(Api mentor, Api student) {
        var slot = open(mentor, Duration.ofDays(5));
        post(student, slot, "request").is(200);
        return slot;
    }

    /** A slot that the two have agreed on. */
    String booked(Api mentor, Api student) {
        var slot = open(mentor, Duration.ofDays(7));
        post(student, slot, "book").is(200);
        return slot;
    }

    /** A meeting that the student wants to cancel. */
    String unwanted(Api mentor, Api student) {
        var slot = booked(mentor, student);
        post(student, slot, "cancellation-request").is(200);
        return slot;
    }

    /** Does something with a slot under a new key, with a body that fits. */
    static Api.Answer post(Api person, String slot, String deed) {
        return post(person, slot, deed, UUID.randomUUID().toString());
    }

    static Api.Answer post(Api person, String slot, String deed, String key) {
        var path = "/api/v1/slots/" + slot + "/" + deed;
        Map<String, Object> body = switch (deed) {
            case "cancellation-request" -> Map.of("reason", "Ill");
            case "feedback" -> Map.of("rating", 5, "comment", "Good");
            default -> Map.of();
        };
        return person.post(path, body, "Idempotency-Key", key);
    }

    static Api.Answer move(Api person, String slot, String toSlot) {
        return person.post("/api/v1/slots/" + slot + "/reschedule", Map.of("slotId", toSlot));
    }

    static String id(Api.Answer answer) {
        return answer.json().at("/id").asString();
    }

    static String statusOf(Api person, String slot) {
        return person.get("/api/v1/slots/" + slot).is(200).json().at("/status").asString();
    }

    static void assertWallet(Api person, long balance, long available) {
        var wallet = person.get("/api/v1/wallet").is(200).json();
        assertThat(wallet.at("/balance").asLong()).isEqualTo(balance);
        assertThat(wallet.at("/available").asLong()).isEqualTo(available);
    }
}
