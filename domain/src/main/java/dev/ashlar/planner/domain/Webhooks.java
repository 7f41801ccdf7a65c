// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.util.List;

/** Webhooks of all people, on servers of others. */
public interface Webhooks {
    /** Longest time that {@link #deliver} takes. */
    int MAX_SECONDS = 10;

    /**
     * Makes these calls at the same time, and returns an answer to each of them in their order. Every failure is an answer. Calls under
     * the id of one run tell the receiver that they are the same.
     */
    List<WebhookAnswer> deliver(List<WebhookCall> calls);

    /** Returns the key by which the receiver checks the signatures of a job's calls. */
    String signingKey(AutomationJobId job);
}
