// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;

/** Requests of the wallet that succeed. */
final class WalletSuccesses implements ContextSuccesses {
    private static final String REQUESTS = "/api/v1/wallet/allotment-requests";

    private final Api nobody;
    private final Api admin;

    WalletSuccesses(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = nobody.demo("admin");
    }

    @Override
    public void addTo(Successes all) {
        all.add("POST " + REQUESTS, () -> {
                    var student = nobody.newcomer();
                    return by(student).with("/userId", student.myId());
                })
                .add("POST " + REQUESTS + "/{id}/approve", () -> by(admin, request()))
                .add("POST " + REQUESTS + "/{id}/reject", () -> by(admin, request()))
                .add(
                        "GET /api/v1/wallets/{userId}",
                        () -> by(admin, nobody.newcomer().myId()))
                .add(
                        "POST /api/v1/wallets/{userId}/adjustments",
                        () -> by(admin, nobody.newcomer().myId()))
                .add("POST /api/v1/wallet-usages/{id}/reverse", () -> by(admin, entry()));
    }

    private String request() {
        return Mentoring.id(nobody.newcomer()
                .post(REQUESTS, Map.of("tokens", 5, "reason", "to learn"))
                .is(201));
    }

    private String entry() {
        var path = "/api/v1/wallets/" + nobody.newcomer().myId() + "/adjustments";
        return Mentoring.id(admin.postOnce(path, Map.of("tokens", 5, "reason", "gift")));
    }
}
