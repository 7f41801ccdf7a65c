// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static dev.ashlar.planner.domain.Automations.NOW;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.security.DataKeys;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.JobAction;
import dev.ashlar.planner.domain.JobPayload;
import dev.ashlar.planner.domain.JobPayload.WebhookTarget;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.MissedTicks;
import dev.ashlar.planner.domain.WebhookCall;
import org.springframework.boot.http.client.InetAddressFilter;
import tools.jackson.databind.json.JsonMapper;

/** Clients and calls for tests of webhooks. */
final class Webhook {
    static final WebhookSigner SIGNER =
            new WebhookSigner(new DataKeys("a secret for tests, long enough to sign with", null));
    static final JsonMapper JSON = JsonMapper.shared();

    private Webhook() {}

    /** Returns a client that trusts the receiver. */
    static WebhookClient client(InetAddressFilter filter, TlsServer receiver) {
        return new WebhookClient(WebhookConnections.client(filter, receiver.trust()), SIGNER, JSON, () -> NOW);
    }

    static WebhookCall call(UserId owner, String url) {
        var payload = new JobPayload(null, null, new WebhookTarget(url));
        var job = Automations.job(
                owner, new JobPlan("Call", Automations.cron(), MissedTicks.SKIP, JobAction.CALL_WEBHOOK, payload));
        return new WebhookCall(Automations.run(job, NOW), "Call", payload);
    }
}
