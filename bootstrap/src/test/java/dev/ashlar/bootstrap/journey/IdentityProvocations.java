// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of identity. */
final class IdentityProvocations implements ContextProvocations {
    private static final String ME = "/api/v1/me";
    private static final String NEW_PASSWORD = ME + "/password";
    private static final String NEW_EMAIL = ME + "/email";
    private static final String USER = "/api/v1/users/{id}";

    private final Api anonymous;
    private final Api ghost;
    private final Api admin;
    private final Api student;
    private final TestDatabase database;
    private final JdbcClient owner;

    IdentityProvocations(Stage stage) {
        this.anonymous = stage.nobody();
        this.ghost = stage.ghost();
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
        this.database = stage.databases().database();
        this.owner = database.psql();
    }

    /** Every attempt to log in is logged. */
    @Override
    public Set<String> logs() {
        return Set.of("identity.auth_events");
    }

    @Override
    public void addTo(Provocations all) {
        addAnonymous(all);
        addOfTheAccount(all);
        addOfAdministrators(all);
    }

    private void addAnonymous(Provocations all) {
        all.add(
                        "POST /api/v1/auth/register",
                        "identity.username-taken",
                        () -> register("another@ashlar.example", "student"))
                .add("POST /api/v1/auth/login", "identity.login-locked", this::lockOut)
                .addExamples(anonymous, "identity.credentials-invalid", "POST /api/v1/auth/login")
                .addExamples(anonymous, "identity.session-ended", "POST /api/v1/auth/refresh")
                .add("POST /api/v1/auth/email/verify", "identity.email-taken", this::verifyATakenAddress)
                .addExamples(
                        anonymous,
                        "identity.token-invalid",
                        "POST /api/v1/auth/password/reset",
                        "POST /api/v1/auth/email/verify");
    }

    private void addOfTheAccount(Provocations all) {
        all.addExamples(ghost, "identity.user-not-found", "GET /api/v1/me", "PATCH /api/v1/me")
                .addExamples(student, "identity.session-not-found", "DELETE /api/v1/me/sessions/{id}")
                .addExamples(student, "identity.password-wrong", "POST /api/v1/me/password", "POST /api/v1/me/email")
                .add("POST /api/v1/me/password", "identity.login-locked", () -> guess(NEW_PASSWORD))
                .add("POST /api/v1/me/email", "identity.login-locked", () -> guess(NEW_EMAIL))
                .add(
                        "POST /api/v1/me/password",
                        "identity.session-ended",
                        () -> changeWhileTheSessionEnds(NEW_PASSWORD))
                .add("POST /api/v1/me/email", "identity.session-ended", () -> changeWhileTheSessionEnds(NEW_EMAIL))
                .add(
                        "PATCH /api/v1/me",
                        "request.stale-version",
                        () -> student.send("PATCH", ME, "{}", "If-Match", "\"99\""));
    }

    private void addOfAdministrators(Provocations all) {
        var ofOne = new String[] {
            "GET " + USER, "PATCH " + USER, "POST " + USER + "/deactivate", "POST " + USER + "/activate"
        };
        all.addForAdministrators(student, "GET /api/v1/users", "GET /api/v1/security-events")
                .addForAdministrators(student, ofOne)
                .addExamples(admin, "identity.user-not-found", ofOne)
                .add("PATCH " + USER, "request.stale-version", () -> edit(anonymous.newcomer(), "\"99\"", "{}"))
                .add("PATCH " + USER, "identity.own-account", () -> edit(admin, "{\"role\":\"student\"}"))
                .add("PATCH " + USER, "identity.account-deleted", this::editDeleted)
                .add("PATCH " + USER, "identity.sales-head-ineligible", () -> lead(anonymous.newcomer(), student))
                .add("PATCH " + USER, "identity.sales-head-cycle", this::leadOneself)
                .add("PATCH " + USER, "identity.user-leads-others", this::demoteAHead)
                .add("POST " + USER + "/deactivate", "identity.own-account", () -> switchTo("deactivate", admin.myId()))
                .add("POST " + USER + "/activate", "identity.own-account", () -> switchTo("activate", admin.myId()))
                .add("POST " + USER + "/deactivate", "identity.illegal-transition", this::deactivateTwice)
                .add(
                        "POST " + USER + "/activate",
                        "identity.illegal-transition",
                        () -> switchTo("activate", student.myId()));
    }

    private Api.Answer register(String email, String username) {
        return anonymous.post(
                "/api/v1/auth/register",
                Map.of(
                        "email", email,
                        "username", username,
                        "password", "a long password",
                        "firstName", "A",
                        "lastName", "Twin"));
    }

    private Api.Answer lockOut() {
        var login = Map.of("email", UUID.randomUUID() + "@ashlar.example", "password", "a guess");
        for (int attempt = 0; attempt < 5; attempt++) {
            anonymous.post("/api/v1/auth/login", login).isProblem(401, "identity.credentials-invalid");
        }
        return anonymous.post("/api/v1/auth/login", login);
    }

    private Api.Answer guess(String operation) {
        var person = anonymous.newcomer();
        for (int attempt = 0; attempt < 5; attempt++) {
            change(person, operation, "a guess").isProblem(422, "identity.password-wrong");
        }
        return change(person, operation, Api.NEWCOMERS_PASSWORD);
    }

    /** The session ends while the request waits for the account, which another transaction has locked. */
    private Api.Answer changeWhileTheSessionEnds(String operation) {
        var person = anonymous.newcomer();
        var id = UUID.fromString(person.myId());
        var connections = database.owner();
        var sql = JdbcClient.create(connections);
        var request = new TransactionTemplate(new DataSourceTransactionManager(connections)).execute(_ -> {
            sql.sql("SELECT id FROM identity.users WHERE id = ? FOR UPDATE")
                    .param(id)
                    .query()
                    .singleRow();
            var waiting = CompletableFuture.supplyAsync(() -> change(person, operation, Api.NEWCOMERS_PASSWORD));
            await().until(() -> database.waiting() > 0);
            sql.sql("UPDATE identity.refresh_tokens SET status = 'revoked' WHERE user_id = ?")
                    .param(id)
                    .update();
            return waiting;
        });
        return request.join();
    }

    private static Api.Answer change(Api person, String operation, String currentPassword) {
        return person.post(
                operation,
                operation.equals(NEW_PASSWORD)
                        ? Map.of("currentPassword", currentPassword, "password", "another long password")
                        : Map.of("currentPassword", currentPassword, "email", UUID.randomUUID() + "@ashlar.example"));
    }

    private Api.Answer verifyATakenAddress() {
        var person = anonymous.newcomer();
        person.post(NEW_EMAIL, Map.of("currentPassword", Api.NEWCOMERS_PASSWORD, "email", "student@ashlar.example"))
                .is(200);
        var token = UUID.randomUUID().toString();
        owner.sql("""
                        UPDATE identity.one_time_tokens
                        SET token_hash = encode(sha256(CAST(:token AS bytea)), 'hex'),
                            attempts = 1,
                            sent_at = now(),
                            expires_at = now() + INTERVAL '1 hour'
                        WHERE recipient = 'student@ashlar.example'
                          AND user_id = :user
                        """)
                .param("token", token)
                .param("user", UUID.fromString(person.myId()))
                .update();
        return anonymous.post("/api/v1/auth/email/verify", Map.of("token", token));
    }

    private Api.Answer leadOneself() {
        var head = newSalesPerson();
        return lead(head, head);
    }

    private Api.Answer demoteAHead() {
        var head = newSalesPerson();
        lead(anonymous.newcomer(), head).is(200);
        return edit(head, "{\"role\":\"student\"}");
    }

    private Api.Answer deactivateTwice() {
        var id = anonymous.newcomer().myId();
        switchTo("deactivate", id).is(200);
        return switchTo("deactivate", id);
    }

    private Api.Answer editDeleted() {
        var person = anonymous.newcomer();
        var account = "/api/v1/users/" + person.myId();
        person.post("/api/v1/me/delete", Map.of("currentPassword", Api.NEWCOMERS_PASSWORD))
                .is(204);
        return admin.send("PATCH", account, "{}", "If-Match", admin.get(account).header("ETag"));
    }

    private Api newSalesPerson() {
        var person = anonymous.newcomer();
        edit(person, "{\"role\":\"sales\"}").is(200);
        return person;
    }

    private Api.Answer lead(Api person, Api head) {
        return edit(person, "{\"salesHeadId\":\"" + head.myId() + "\"}");
    }

    private Api.Answer edit(Api person, String change) {
        var version = admin.get("/api/v1/users/" + person.myId()).is(200).header("ETag");
        return edit(person, version, change);
    }

    private Api.Answer edit(Api person, String version, String change) {
        return admin.send("PATCH", "/api/v1/users/" + person.myId(), change, "If-Match", version);
    }

    private Api.Answer switchTo(String activity, String id) {
        return admin.send("POST", "/api/v1/users/" + id + "/" + activity, null);
    }
}
