// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Concurrent runs of tasks, each on a separate thread, with their outcomes. */
public final class Together {
    private Together() {}

    /** Runs one task several times at once. */
    public static <T> List<Outcome<T>> run(int threads, Callable<T> task) {
        return run(threads, number -> task);
    }

    /** Runs a task for each number from 0. */
    public static <T> List<Outcome<T>> run(int threads, IntFunction<Callable<T>> tasks) {
        return run(IntStream.range(0, threads).mapToObj(tasks).toList());
    }

    /** Runs all these tasks. */
    public static <T> List<Outcome<T>> run(List<Callable<T>> tasks) {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> started(start, task)))
                    .toList();
            return running.stream().map(Together::outcome).toList();
        }
    }

    private static <T> Outcome<T> started(CyclicBarrier start, Callable<T> task)
            throws InterruptedException, BrokenBarrierException {
        start.await();
        try {
            return new Outcome<>(task.call(), null);
        } catch (Exception failure) {
            return new Outcome<>(null, failure);
        }
    }

    private static <T> Outcome<T> outcome(Future<Outcome<T>> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Result or failure of a task. */
    public record Outcome<T>(@Nullable T value, @Nullable Exception failure) {
        public boolean succeeded() {
            return failure == null;
        }
    }
}
