// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Log of refusals that hint at an attack, see {@link ProblemType#isSuspicious()}. The context that keeps security events implements
 * it, and the web layer calls it outside any transaction.
 */
@FunctionalInterface
public interface RefusalLog {
    /**
     * Records a refusal. A failure to record it is logged and never thrown, because the answer does not depend on it.
     *
     * @param caller null for callers without an access token
     * @param request path pattern and, if it has one, its method, as in {@code GET /api/v1/users/{id}}
     */
    void record(ProblemType problem, @Nullable UserId caller, String request);
}
