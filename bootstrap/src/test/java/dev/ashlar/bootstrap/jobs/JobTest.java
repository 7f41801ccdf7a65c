package dev.ashlar.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JobTest {
    @Test
    void goesOnUntilABatchFindsNothing() {
        var batches = new ArrayDeque<>(List.of(100, 100, 7, 0, 55));
        assertThat(job(batches::remove).run(() -> false)).isEqualTo(207);
        assertThat(batches).containsExactly(55);
    }

    @Test
    void stopsBetweenBatchesWhenTheApplicationStops() {
        var batches = new AtomicInteger();
        assertThat(job(batches::incrementAndGet).run(() -> batches.get() == 2)).isEqualTo(3);
    }

    @Test
    void givesUpOnAJobThatAlwaysFindsRows() {
        assertThat(job(() -> 1).run(() -> false)).isEqualTo(1000);
    }

    @Test
    void itsLinesCarryItsName() {
        var requestId = new AtomicReference<String>();
        job(() -> {
                    requestId.set(MDC.get("requestId"));
                    return 0;
                })
                .run(() -> false);
        assertThat(requestId).hasValue("test.job");
        assertThat(MDC.get("requestId")).isNull();
    }

    @Test
    void tellsHowManyRowsItHandledAndHowFarItCameBeforeAFailure(CapturedOutput output) {
        var batches = new ArrayDeque<>(List.of(3, 4, 0));
        job(batches::remove).run(() -> false);
        assertThat(output).contains("Handled 7 rows");

        batches.add(5);
        assertThatThrownBy(() -> job(batches::remove).run(() -> false)).isInstanceOf(RuntimeException.class);
        assertThat(output).contains("Failed after 5 rows");
    }

    private static Job job(java.util.function.IntSupplier batch) {
        return Job.every(Duration.ofHours(1), "test.job", batch);
    }
}
