// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.identity.domain.Authenticator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refusals around the second factor, the security log and the deletion of accounts. */
final class SecondFactorProvocations implements ContextProvocations {
    private static final String FACTOR = "POST /api/v1/me/second-factor";
    private static final String DELETE = "POST /api/v1/me/delete";
    private static final String LOGIN = "POST /api/v1/auth/login";
    private static final String ME = "/api/v1/me";
    private static final String WRONG = "000000";
    private static final Map<String, String> PASSWORD = Map.of("currentPassword", Api.NEWCOMERS_PASSWORD);

    private final Api anonymous;
    private final Api ghost;
    private final Api student;
    private final JdbcClient owner;

    SecondFactorProvocations(Stage stage) {
        this.anonymous = stage.nobody();
        this.ghost = stage.ghost();
        this.student = stage.nobody().demo("student");
        this.owner = stage.databases().database().psql();
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(student, "identity.password-wrong", FACTOR, FACTOR + "/disable", DELETE)
                .addExamples(ghost, "identity.user-not-found", "GET /api/v1/me/export")
                .add(FACTOR, "identity.login-locked", () -> guess("/second-factor"))
                .add(FACTOR, "identity.second-factor-enabled", () -> enroll(enabled()))
                .add(FACTOR + "/confirm", "identity.second-factor-enabled", () -> confirm(enabled(), WRONG))
                .add(
                        FACTOR + "/confirm",
                        "identity.second-factor-not-found",
                        () -> confirm(anonymous.newcomer(), WRONG))
                .add(FACTOR + "/confirm", "identity.code-invalid", () -> confirm(enrolled(), WRONG))
                .add(FACTOR + "/confirm", "identity.codes-locked", () -> {
                    var person = enrolled();
                    repeat(() -> confirm(person, WRONG));
                    return confirm(person, WRONG);
                })
                .add(FACTOR + "/disable", "identity.login-locked", () -> guess("/second-factor/disable"))
                .add(FACTOR + "/disable", "identity.second-factor-not-found", () -> disable(anonymous.newcomer()))
                .add(FACTOR + "/disable", "identity.code-invalid", () -> disable(enabled()))
                .add(FACTOR + "/disable", "identity.codes-locked", () -> disable(locked()));
        addLogins(all);
        addDeletions(all);
    }

    private void addLogins(Provocations all) {
        all.add(LOGIN, "identity.second-factor-required", () -> login(enabled(), Map.of()))
                .add(LOGIN, "identity.code-invalid", () -> login(enabled(), Map.of("code", WRONG)))
                .add(LOGIN, "identity.codes-locked", () -> login(locked(), Map.of("code", WRONG)));
    }

    private void addDeletions(Provocations all) {
        all.add(DELETE, "identity.login-locked", () -> guess("/delete"))
                .add(DELETE, "identity.second-factor-required", () -> delete(enabled(), Map.of()))
                .add(DELETE, "identity.code-invalid", () -> delete(enabled(), Map.of("code", WRONG)))
                .add(DELETE, "identity.codes-locked", () -> delete(locked(), Map.of("code", WRONG)))
                .add(DELETE, "identity.last-administrator", this::deleteTheOnlyAdministrator);
    }

    /** All other administrators have another role meanwhile. */
    private Api.Answer deleteTheOnlyAdministrator() {
        var email = anonymous.newcomer().get(ME).json().at("/email").asString();
        var others = owner.sql("UPDATE identity.users SET role = 'sales' WHERE role = 'admin' RETURNING id")
                .query(UUID.class)
                .list();
        setRole(email, "admin");
        try {
            return delete(anonymous.login(email, Api.NEWCOMERS_PASSWORD), Map.of());
        } finally {
            setRole(email, "student");
            owner.sql("UPDATE identity.users SET role = 'admin' WHERE id IN (:others)")
                    .param("others", others)
                    .update();
        }
    }

    private void setRole(String email, String role) {
        owner.sql("UPDATE identity.users SET role = CAST(? AS identity.user_role) WHERE email = ?")
                .params(role, email)
                .update();
    }

    private Api.Answer guess(String operation) {
        var person = anonymous.newcomer();
        var guess = Map.of("currentPassword", "a guess", "code", WRONG);
        var body = operation.equals("/second-factor") ? Map.of("currentPassword", "a guess") : guess;
        repeat(() -> person.post(ME + operation, body));
        return person.post(ME + operation, body);
    }

    private Api enrolled() {
        var person = anonymous.newcomer();
        enroll(person).is(201);
        return person;
    }

    private Api enabled() {
        var person = anonymous.newcomer();
        var app = new Authenticator(enroll(person).is(201).json().at("/secret").asString());
        confirm(person, app.codeAt(Instant.now()).value()).is(200);
        return person;
    }

    /** User with too many wrong codes. */
    private Api locked() {
        var person = enabled();
        repeat(() -> disable(person));
        return person;
    }

    private static Api.Answer enroll(Api person) {
        return person.post(ME + "/second-factor", PASSWORD);
    }

    private static Api.Answer confirm(Api person, String code) {
        return person.post(ME + "/second-factor/confirm", Map.of("code", code));
    }

    private static Api.Answer disable(Api person) {
        return person.post(ME + "/second-factor/disable", with(PASSWORD, Map.of("code", WRONG)));
    }

    private static Api.Answer delete(Api person, Map<String, String> code) {
        return person.post(ME + "/delete", with(PASSWORD, code));
    }

    private Api.Answer login(Api person, Map<String, String> code) {
        var email = person.get(ME).is(200).json().at("/email").asString();
        return anonymous.post(
                "/api/v1/auth/login", with(Map.of("email", email, "password", Api.NEWCOMERS_PASSWORD), code));
    }

    private static Map<String, String> with(Map<String, String> body, Map<String, String> more) {
        var all = new HashMap<>(body);
        all.putAll(more);
        return all;
    }

    private static void repeat(Runnable request) {
        for (int time = 0; time < 5; time++) {
            request.run();
        }
    }
}
