// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/**
 * Attempt to call a webhook.
 *
 * @param run run with this attempt counted
 * @param name name of the job
 * @param payload details of the job, as they are now
 */
public record WebhookCall(AutomationRun run, String name, JobPayload payload) {}
