// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Refusals of the wallet. */
final class WalletProvocations implements ContextProvocations {
    private static final String REQUESTS = "/api/v1/wallet/allotment-requests";
    private static final String ASK = "POST " + REQUESTS;
    private static final String ADJUST = "POST /api/v1/wallets/{userId}/adjustments";
    private static final String REVERSE = "POST /api/v1/wallet-usages/{id}/reverse";

    private final Api nobody;
    private final Api ghost;
    private final Api admin;
    private final Api student;
    private final FreshDatabase.Switch databases;

    WalletProvocations(Stage stage) {
        this.nobody = stage.nobody();
        this.ghost = stage.ghost();
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
        this.databases = stage.databases();
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(ghost, "wallet.wallet-not-found", "GET /api/v1/wallet")
                .addExamples(admin, "wallet.wallet-not-found", "GET /api/v1/wallets/{userId}", ADJUST, ASK)
                .addForAdministrators(
                        student, "GET /api/v1/wallets/{userId}", "GET /api/v1/wallets/reconciliation", ADJUST, REVERSE)
                .addExamples(student, "auth.forbidden", ASK)
                .add(ASK, "wallet.allotment-pending", this::askTwice);
        addDecisions(all, "approve");
        addDecisions(all, "reject");
        addAdjustments(all);
        addReversals(all);
    }

    private void addDecisions(Provocations all, String decision) {
        var operation = "POST " + REQUESTS + "/{id}/" + decision;
        all.addForAdministrators(student, operation)
                .addExamples(admin, "wallet.allotment-not-found", operation)
                .add(operation, "wallet.own-allotment", () -> decide(requestBy(admin), decision))
                .add(operation, "wallet.illegal-transition", () -> decideAfter(decision))
                .add(operation, "request.idempotency-key-reused", () -> decideUnderOneKey(decision));
    }

    private void addAdjustments(Provocations all) {
        all.add(ADJUST, "wallet.own-wallet", () -> adjust(admin.myId(), 1, newKey()))
                .add(ADJUST, "wallet.tokens-insufficient", () -> adjust(newcomerId(), -1, newKey()))
                .add(ADJUST, "wallet.amount-invalid", () -> adjust(newcomerId(), 0, newKey()))
                .add(ADJUST, "wallet.idempotency-key-reused", this::adjustUnderAnOldKey)
                .add(ADJUST, "request.idempotency-key-reused", this::adjustUnderOneKey);
    }

    private void addReversals(Provocations all) {
        all.addExamples(admin, "wallet.entry-not-found", REVERSE)
                .add(REVERSE, "wallet.own-wallet", () -> {
                    var entry = nobody.demo("auditor")
                            .postOnce(
                                    "/api/v1/wallets/" + admin.myId() + "/adjustments",
                                    Map.of("tokens", 1, "reason", "gift"))
                            .is(201);
                    return reverse(idOf(entry), newKey());
                })
                .add(REVERSE, "wallet.entry-reversed", () -> {
                    var entry = post(newcomerId(), 5);
                    reverse(entry, newKey()).is(201);
                    return reverse(entry, newKey());
                })
                .add(REVERSE, "wallet.entry-not-reversible", () -> {
                    var reversal = reverse(post(newcomerId(), 5), newKey());
                    return reverse(idOf(reversal.is(201)), newKey());
                })
                .add(REVERSE, "wallet.tokens-insufficient", () -> {
                    var owner = newcomerId();
                    var entry = post(owner, 5);
                    post(owner, -5);
                    return reverse(entry, newKey());
                })
                .add(REVERSE, "request.idempotency-key-reused", () -> {
                    var owner = newcomerId();
                    var entry = post(owner, 5);
                    var key = newKey();
                    reverse(entry, key).is(201);
                    return reverse(post(owner, 5), key);
                });
    }

    private Api.Answer askTwice() {
        var person = nobody.newcomer();
        requestBy(person);
        return ask(person, person.myId());
    }

    private Api.Answer decideAfter(String decision) {
        var request = requestBy(nobody.newcomer());
        decide(request, "reject").is(200);
        return decide(request, decision);
    }

    private Api.Answer decideUnderOneKey(String decision) {
        var path = REQUESTS + "/" + requestBy(nobody.newcomer()) + "/" + decision;
        var key = newKey();
        admin.post(path, Map.of(), "Idempotency-Key", key).is(200);
        return admin.post(path, Map.of("note", "Another"), "Idempotency-Key", key);
    }

    private Api.Answer adjustUnderOneKey() {
        var owner = newcomerId();
        var key = newKey();
        adjust(owner, 1, key).is(201);
        return adjust(owner, 2, key);
    }

    /** The ledger remembers a key for longer than the answers to retried requests are kept. */
    private Api.Answer adjustUnderAnOldKey() {
        var owner = newcomerId();
        var key = newKey();
        adjust(owner, 1, key).is(201);
        forgetAnswers();
        return adjust(owner, 2, key);
    }

    private void forgetAnswers() {
        try (var connection = databases.database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM kernel.idempotency_keys");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The id of an undecided request of this person for a newcomer, or for themselves if they are one. */
    private String requestBy(Api person) {
        var owner = person == admin ? newcomerId() : person.myId();
        return idOf(ask(person, owner).is(201));
    }

    private static Api.Answer ask(Api person, String owner) {
        return person.post(REQUESTS, Map.of("userId", owner, "tokens", 5, "reason", "to learn"));
    }

    private Api.Answer decide(String request, String decision) {
        return admin.postOnce(REQUESTS + "/" + request + "/" + decision, Map.of());
    }

    /** The id of a new entry. */
    private String post(String owner, long tokens) {
        return idOf(adjust(owner, tokens, newKey()).is(201));
    }

    private Api.Answer adjust(String owner, long tokens, String key) {
        return admin.post(
                "/api/v1/wallets/" + owner + "/adjustments",
                Map.of("tokens", tokens, "reason", "test"),
                "Idempotency-Key",
                key);
    }

    private Api.Answer reverse(String entry, String key) {
        return admin.post(
                "/api/v1/wallet-usages/" + entry + "/reverse", Map.of("reason", "mistake"), "Idempotency-Key", key);
    }

    private String newcomerId() {
        return nobody.newcomer().myId();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String idOf(Api.Answer answer) {
        return answer.json().at("/id").asString();
    }
}
