// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OpenCallsTest {
    private static final UserId ADA = new UserId(UUID.randomUUID());
    private static final UserId BOB = new UserId(UUID.randomUUID());
    private static final int MEGABYTE = 1024 * 1024;

    private final OpenCalls calls =
            new OpenCalls(new ChatLimits(DataSize.ofMegabytes(8), 3, 2, Duration.ofMinutes(15)));
    private final AtomicInteger run = new AtomicInteger();

    @Test
    void boundsTheCallsOfAUser() {
        inside(
                ADA,
                1,
                () -> inside(ADA, 1, () -> {
                    assertThat(refusal(ADA, 1)).isEqualTo(KernelProblem.RATE_EXCEEDED);
                    calls.run(BOB, 1, run::incrementAndGet);
                }));
        calls.run(ADA, 1, run::incrementAndGet);
        assertThat(run).hasValue(2);
    }

    @Test
    void boundsAllCalls() {
        inside(
                ADA,
                1,
                () -> inside(
                        ADA,
                        1,
                        () -> inside(BOB, 1, () -> {
                            assertThat(refusal(BOB, 1)).isEqualTo(KernelProblem.UNAVAILABLE);
                            assertThat(refusal(new UserId(UUID.randomUUID()), 1))
                                    .isEqualTo(KernelProblem.UNAVAILABLE);
                        })));
        inside(ADA, 1, () -> inside(ADA, 1, () -> inside(BOB, 1, run::incrementAndGet)));
        assertThat(run).hasValue(1);
    }

    @Test
    void boundsTheMemoryOfRequests() {
        inside(ADA, 100 * MEGABYTE, () -> {
            assertThat(refusal(BOB, 30 * MEGABYTE)).isEqualTo(KernelProblem.UNAVAILABLE);
            calls.run(BOB, 20 * MEGABYTE, run::incrementAndGet);
        });
        calls.run(BOB, 30 * MEGABYTE, run::incrementAndGet);
        assertThat(run).hasValue(2);
    }

    @Test
    void leavesMemoryToOtherUsers() {
        inside(ADA, 30 * MEGABYTE, () -> {
            assertThat(refusal(ADA, 3 * MEGABYTE)).isEqualTo(KernelProblem.RATE_EXCEEDED);
            calls.run(BOB, 30 * MEGABYTE, run::incrementAndGet);
            calls.run(ADA, 2 * MEGABYTE, run::incrementAndGet);
        });
        assertThat(run).hasValue(2);
    }

    @Test
    void givesTheRoomOfAFailedCallBack() {
        for (int number = 0; number < 5; number++) {
            catchThrowableOfType(
                    IllegalStateException.class,
                    () -> calls.run(ADA, 100 * MEGABYTE, () -> {
                        throw new IllegalStateException();
                    }));
        }
        calls.run(ADA, 100 * MEGABYTE, run::incrementAndGet);
        assertThat(run).hasValue(1);
    }

    private void inside(UserId user, int size, Runnable check) {
        calls.run(user, size, check);
    }

    private ProblemType refusal(UserId user, int size) {
        return catchThrowableOfType(DomainException.class, () -> calls.run(user, size, run::incrementAndGet))
                .type();
    }
}
