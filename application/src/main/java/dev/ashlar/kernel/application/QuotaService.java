// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Use of rate limits that hold for all instances together. */
@ApplicationService
public class QuotaService {
    private static final int BATCH = 1000;

    private final Quotas quotas;
    private final InstantSource clock;

    QuotaService(Quotas quotas, InstantSource clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Uses one request of the quota of this key, if something is left of it. */
    @Transactional
    public RateLimit.Usage use(String key, RateLimit limit) {
        var now = clock.instant();
        return quotas.use(
                        key,
                        now,
                        now.plus(limit.step()),
                        now.plus(limit.window()).minus(limit.step()))
                .map(fullAt -> limit.granted(Duration.between(now, fullAt)))
                .orElseGet(limit::refused);
    }

    /** Deletes a batch of quotas that are full again, and returns their number. */
    @Job(name = "kernel.delete-full-quotas", every = "10m")
    @Transactional
    public int deleteFull() {
        return quotas.deleteFull(clock.instant(), BATCH);
    }
}
