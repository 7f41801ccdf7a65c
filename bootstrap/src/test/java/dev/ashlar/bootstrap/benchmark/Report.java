// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Results of a load as Markdown, printed and kept in {@code target/benchmark}. */
final class Report {
    private final String what;
    private final int clients;
    private final int requestsPerRound;
    private final List<Measured> contenders;
    private final List<String> remarks = new ArrayList<>();

    Report(String what, int clients, int requestsPerRound, List<Measured> contenders) {
        this.what = what;
        this.clients = clients;
        this.requestsPerRound = requestsPerRound;
        this.contenders = contenders;
    }

    /** Adds a line below the table. */
    Report add(String name, Object value) {
        remarks.add("- " + name + ": " + value + "\n");
        return this;
    }

    /** Throughput of the first contender over that of the second; the median of the rounds. */
    double ratio() {
        return Measured.median(contenders.getFirst().ratios(contenders.get(1)));
    }

    /** Prints it and keeps it; returns the file. */
    Path print() {
        var text = text();
        System.out.println(text);
        var file = Path.of("target", "benchmark", what.toLowerCase(ROOT).replaceAll("[^a-z0-9]+", "-") + ".md");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String text() {
        var text = new StringBuilder("# " + what + "\n\n");
        text.append(String.format(
                ROOT,
                "%s, %s %s, %d processors for client, server and database together, Java %s. %d clients, %d rounds of %d"
                        + " requests.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                clients,
                contenders.getFirst().perSecond().size(),
                requestsPerRound));
        text.append(
                "| | requests/s (lowest to highest round) | p50 ms | p99 ms | statements/request | transactions/request |\n");
        text.append("|---|---|---|---|---|---|\n");
        contenders.forEach(contender -> text.append(row(contender)));
        text.append('\n');
        var first = contenders.getFirst();
        for (var other : contenders.subList(1, contenders.size())) {
            var ratios = first.ratios(other);
            text.append(String.format(
                    ROOT,
                    "- Throughput of %s over that of %s: %.3f, the median of rounds from %.3f to %.3f%n",
                    first.name(),
                    other.name(),
                    Measured.median(ratios),
                    Collections.min(ratios),
                    Collections.max(ratios)));
        }
        remarks.forEach(text::append);
        contenders.forEach(contender -> text.append(statements(contender)));
        return text.toString();
    }

    private static String row(Measured contender) {
        double requests = contender.requests();
        return String.format(
                ROOT,
                "| %s | %.0f (%.0f to %.0f) | %.1f | %.1f | %.2f | %.2f |%n",
                contender.name(),
                contender.throughput(),
                Collections.min(contender.perSecond()),
                Collections.max(contender.perSecond()),
                contender.p50(),
                contender.p99(),
                contender.sent().statements() / requests,
                contender.sent().transactions() / requests);
    }

    private static String statements(Measured contender) {
        var text = new StringBuilder("\nSQL of " + contender.name() + ", times a request:\n\n");
        double requests = contender.requests();
        contender
                .sent()
                .forEach((sql, calls) -> text.append(String.format(
                        ROOT, "- %.2f `%s`%n", calls / requests, sql.substring(0, Math.min(120, sql.length())))));
        return text.toString();
    }
}
