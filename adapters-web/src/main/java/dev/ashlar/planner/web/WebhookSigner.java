// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.web.security.DataKeys;
import dev.ashlar.planner.domain.AutomationJobId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Signatures of calls as Standard Webhooks describes them: HMAC-SHA256 over id, time and body. The key of each job is derived from the
 * secret for stored data, so that none is stored.
 */
@Component
@EnableConfigurationProperties(DataKeys.class)
class WebhookSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final DataKeys keys;

    WebhookSigner(DataKeys keys) {
        this.keys = keys;
    }

    /** Returns the key in the form that libraries for receivers take. */
    String text(AutomationJobId job) {
        return "whsec_" + Base64.getEncoder().encodeToString(key(job).getEncoded());
    }

    /** Returns the value of the header {@code webhook-signature}. */
    String signature(AutomationJobId job, String id, String timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key(job));
            var signed = mac.doFinal((id + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKey key(AutomationJobId job) {
        return keys.derive(ALGORITHM, "ashlar planner webhook 1 " + job.value());
    }
}
