package dev.ashlar.identity.persistence;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets calls loose at the same instant and waits for all of them. */
final class Together {
    private Together() {}

    /** What became of each call: what it returned or what it threw. */
    static List<Outcome> run(int count, IntFunction<Callable<?>> call) throws InterruptedException {
        return run(IntStream.range(0, count).<Callable<?>>mapToObj(call).toList());
    }

    static List<Outcome> run(List<? extends Callable<?>> calls) throws InterruptedException {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var tasks = calls.stream()
                    .<Callable<Outcome>>map(call -> () -> {
                        start.await();
                        return Outcome.of(call);
                    })
                    .toList();
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }

    /** Either a result or a failure. */
    record Outcome(@Nullable Object result, @Nullable Exception failure) {
        static Outcome of(Callable<?> call) {
            try {
                return new Outcome(call.call(), null);
            } catch (Exception failed) {
                return new Outcome(null, failed);
            }
        }

        boolean succeeded() {
            return failure == null;
        }
    }
}
