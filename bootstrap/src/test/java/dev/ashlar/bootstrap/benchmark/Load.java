// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import dev.ashlar.kernel.persistence.testing.Benchmarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A closed loop: a number of clients, each of which sends its next request when the one before is answered. Contenders
 * take turns, so that whatever else the machine does meets them all: A B, B A, A B, and so on; the first rounds warm up
 * and do not count. A request that throws fails the benchmark.
 *
 * <p>A benchmark is a class {@code …Benchmark} in this package with JUnit's tag {@code benchmark}:
 *
 * <pre>{@code
 * @Tag("benchmark")
 * class ProductsBenchmark {
 *     @TempDir
 *     private Path home;
 *
 *     @Test
 *     void readsTheList() {
 *         try (var ashlar = ServedAshlar.start(home)) {
 *             ashlar.psql().sql("INSERT …").update();           // data, in few large statements
 *             var token = ashlar.token(student, "student");
 *             var report = new Load("List of products", 32, 500, 3, 7)
 *                     .contender("Ashlar", client -> {
 *                         var http = ashlar.connect();           // one connection for each client
 *                         return number -> http.get("/api/v1/products", "Authorization", "Bearer " + token).is(200);
 *                     })
 *                     .contender("plain JDBC", client -> number -> readProducts(ashlar.connections()))
 *                     .run(ashlar.statements());
 *             report.add("Ashlar's memory", ashlar.memory()).print();
 *             assertThat(…);                                     // what must be right; never how fast it was
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The number that a request gets is different for each request of a contender, from 0 up to {@link
 * #requestsPerContender()}; what can be done only once, such as booking a slot, is prepared in that many pieces.
 */
final class Load {
    private static final Duration ROUND_PATIENCE = Duration.ofMinutes(5);

    private final String what;
    private final int clients;
    private final int requestsPerRound;
    private final int warmUpRounds;
    private final int rounds;
    private final List<Contender> contenders = new ArrayList<>();
    private Runnable settling = () -> {};

    /**
     * Makes a load of this size, or a small one if nothing is measured.
     *
     * @param what the title of the report
     * @param clients how many send at the same time
     * @param requestsPerRound of all clients together; a round should take a second or more
     * @param warmUpRounds before it counts; the compiler of the JVM needs some thousand requests
     * @param rounds that count
     */
    Load(String what, int clients, int requestsPerRound, int warmUpRounds, int rounds) {
        this.what = what;
        this.clients = clients;
        this.requestsPerRound = Benchmarks.ARE_MEASURING ? requestsPerRound : 2 * clients;
        this.warmUpRounds = Benchmarks.ARE_MEASURING ? warmUpRounds : 0;
        this.rounds = Benchmarks.ARE_MEASURING ? rounds : 2;
    }

    /**
     * Adds something to measure. The first one is compared with each of the others.
     *
     * @param clients makes what the client of that number does, when the first round begins
     */
    Load contender(String name, IntFunction<Request> clients) {
        contenders.add(new Contender(name, clients, requestsPerRound, rounds));
        return this;
    }

    /**
     * Awaits the end of each round.
     *
     * @param settling returns when all is done that the requests have begun, such as listeners on other threads; a round takes as long
     */
    Load settling(Runnable settling) {
        this.settling = settling;
        return this;
    }

    /** Number of requests that each contender sends, warm-up included. */
    int requestsPerContender() {
        return requestsPerRound * (warmUpRounds + rounds);
    }

    /** Runs all rounds. */
    Report run(Statements statements) {
        for (var contender : contenders) {
            contender.work =
                    IntStream.range(0, clients).mapToObj(contender.clients).toList();
        }
        // Daemons, and not waited for: one that waits for a server that hangs cannot be interrupted.
        var threads = Executors.newFixedThreadPool(
                clients, Thread.ofPlatform().daemon().factory());
        try {
            for (int round = -warmUpRounds; round < rounds; round++) {
                for (var contender : round % 2 == 0 ? contenders : contenders.reversed()) {
                    run(contender, round, threads, statements);
                }
                tell(round);
            }
        } finally {
            threads.shutdownNow();
        }
        return new Report(
                what,
                clients,
                requestsPerRound,
                contenders.stream().map(Contender::measured).toList());
    }

    private void run(Contender contender, int round, ExecutorService threads, Statements statements) {
        int first = (round + warmUpRounds) * requestsPerRound;
        var next = new AtomicInteger(first);
        var nanos = new long[requestsPerRound];
        var before = statements.sent();
        long start = System.nanoTime();
        awaitAll(
                threads,
                contender.work.stream()
                        .<Callable<Void>>map(client -> () -> {
                            for (int number = next.getAndIncrement();
                                    number < first + requestsPerRound;
                                    number = next.getAndIncrement()) {
                                long sent = System.nanoTime();
                                client.send(number);
                                nanos[number - first] = System.nanoTime() - sent;
                            }
                            return null;
                        })
                        .toList());
        settling.run();
        contender.lastPerSecond = requestsPerRound * 1e9 / (System.nanoTime() - start);
        if (round >= 0) {
            contender.perSecond.add(contender.lastPerSecond);
            System.arraycopy(nanos, 0, contender.nanos, round * requestsPerRound, requestsPerRound);
            contender.sent.addAll(statements.sent().minus(before));
        }
    }

    private static void awaitAll(ExecutorService threads, List<Callable<Void>> work) {
        try {
            for (var done : threads.invokeAll(work, ROUND_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                done.get();
            }
        } catch (CancellationException late) {
            throw new IllegalStateException("a round has taken longer than " + ROUND_PATIENCE, late);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("a request has failed", failed);
        }
    }

    private void tell(int round) {
        var progress = round < 0
                ? "warm-up " + (round + warmUpRounds + 1) + " of " + warmUpRounds
                : "round " + (round + 1) + " of " + rounds;
        var line = new StringBuilder(what + ", " + progress + ":");
        for (var contender : contenders) {
            line.append(String.format(Locale.ROOT, " %s %.0f/s", contender.name, contender.lastPerSecond));
        }
        System.out.println(line);
    }

    /** One request of a client, sent again and again. */
    interface Request {
        /**
         * Does it once, until it is answered.
         *
         * @param number which of the contender's requests this is
         */
        void send(int number) throws Exception;
    }

    private static final class Contender {
        private final String name;
        private final IntFunction<Request> clients;
        private final List<Double> perSecond = new ArrayList<>();
        private final long[] nanos;
        private final Statements.Sent sent = new Statements.Sent();
        private List<Request> work = Collections.emptyList();
        private double lastPerSecond;

        Contender(String name, IntFunction<Request> clients, int requestsPerRound, int rounds) {
            this.name = name;
            this.clients = clients;
            this.nanos = new long[requestsPerRound * rounds];
        }

        Measured measured() {
            return Measured.of(name, perSecond, nanos, sent);
        }
    }
}
