// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Origin of a change.
 *
 * @param actorId person who caused it; null for jobs, callers without a login, commands and SQL by hand
 * @param action operation, job or listener; null for commands and SQL by hand
 * @param traceId trace of the request or job (W3C); null if there was none
 * @param login login of the database session
 */
public record AuditOrigin(
        @Nullable UserId actorId,
        @Nullable String action,
        @Nullable String traceId,
        String login) {}
