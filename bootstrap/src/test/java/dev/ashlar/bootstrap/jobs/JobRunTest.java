// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JobRunTest {
    @Test
    void callsTheBatchUntilItIsEmpty() {
        var batches = new ArrayDeque<>(List.of(100, 100, 7, 0, 55));
        assertThat(run(batches::remove).execute(() -> false)).isEqualTo(new JobRun.Result(207, false));
        assertThat(batches).containsExactly(55);
    }

    @Test
    void stopsBetweenBatchesWhenTheApplicationStops() {
        var batches = new AtomicInteger();
        assertThat(run(batches::incrementAndGet).execute(() -> batches.get() == 2))
                .isEqualTo(new JobRun.Result(3, true));
    }

    @Test
    void stopsBetweenBatchesWhenItsTimeIsOver() {
        var time = new AtomicLong();
        var run = new JobRun("test.job", () -> 5, () -> time.addAndGet(JobRun.MAX_TIME.toNanos() / 3));
        assertThat(run.execute(() -> false)).isEqualTo(new JobRun.Result(10, true));
    }

    @Test
    void givesUpOnABatchThatIsNeverEmpty() {
        assertThat(run(() -> 1).execute(() -> false)).isEqualTo(new JobRun.Result(1000, false));
    }

    @Test
    void logsTheNumberOfRowsAfterARunAndAfterAFailure(CapturedOutput output) {
        var batches = new ArrayDeque<>(List.of(3, 4, 0));
        run(batches::remove).execute(() -> false);
        assertThat(output).contains("Job finished job=test.job rows=7");

        batches.add(5);
        assertThatThrownBy(() -> run(batches::remove).execute(() -> false)).isInstanceOf(RuntimeException.class);
        assertThat(output).contains("Job failed, the next run tries again job=test.job rows=5");
    }

    private static JobRun run(IntSupplier batch) {
        return new JobRun("test.job", batch, () -> 0);
    }
}
