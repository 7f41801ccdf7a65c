package dev.ashlar.rules;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rulebook as a page of Markdown, by topic: each rule with its reason, its checks, the fixtures that prove them, and the waivers
 * in force. A project writes it from its report and fails when the committed page differs:
 *
 * {@snippet :
 * assertThat(Path.of("docs/rulebook.md")).hasContent(RulebookPage.of(report, "../fixtures", Path.of("src/test/resources/fixtures")));
 * }
 */
public final class RulebookPage {
    private RulebookPage() {}

    /**
     * The page.
     *
     * @param link where the page finds the fixtures, relative to itself
     * @param fixtures the directory of the fixtures, a directory for each rule
     */
    public static String of(Report report, String link, Path fixtures) {
        var rules = report.rulebook().rules();
        long open = rules.stream().filter(rule -> rule.open() != null).count();
        long partly = rules.stream().filter(rule -> rule.part() != null).count();
        return """
                # The rulebook

                Written by the build from the rules themselves; do not edit. Where a rule is checked: %s.

                %d rules. %s%s

                %s""".formatted(
                List.of(Checkpoint.values()).stream()
                        .map(checkpoint -> checkpoint.letter() + " " + checkpoint.words())
                        .collect(joining(", ")),
                rules.size(),
                open == 0 ? "Every one of them is checked" : open + " of them are not checked yet",
                partly == 0 ? "." : ", " + partly + " only in the part that the table names.",
                topics(rules).map(topic -> topic(topic, report, link, fixtures)).collect(joining("\n")));
    }

    /** The topics of these rules, those last that are not of the standard rulebook. */
    private static Stream<Topic> topics(List<Rule> rules) {
        var names = rules.stream().map(Rule::id).collect(toCollection(ArrayList::new));
        var topics = Topic.ALL.stream()
                .map(topic -> new Topic(
                        topic.title(),
                        topic.rules().stream().filter(names::remove).toList()))
                .toList();
        return Stream.concat(topics.stream(), Stream.of(new Topic("Rules of the project", List.copyOf(names))))
                .filter(topic -> !topic.rules().isEmpty());
    }

    private static String topic(Topic topic, Report report, String link, Path fixtures) {
        return """
                ## %s

                | Rule | What must hold | Why | Checked | Proven by | Waived |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                        topic.title(),
                        report.rulebook().rules().stream()
                                .filter(rule -> topic.rules().contains(rule.id()))
                                .map(rule -> row(report, rule, link, fixtures))
                                .collect(joining("\n")));
    }

    private static String row(Report report, Rule rule, String link, Path fixtures) {
        return "| " + rule.id() + " | " + cell(rule.sentence()) + " | " + cell(rule.because()) + " | " + checked(rule)
                + " | " + proofs(rule, link, fixtures) + " | " + waivers(report, rule) + " |";
    }

    private static String checked(Rule rule) {
        if (rule.open() != null) {
            return "**not yet**: " + cell(rule.open());
        }
        var letters = rule.checks().stream()
                .map(check -> String.valueOf(check.at().letter()))
                .distinct()
                .collect(joining(" "));
        return rule.part() == null ? letters : letters + ", in part: " + cell(rule.part());
    }

    private static String proofs(Rule rule, String link, Path fixtures) {
        var directory = fixtures.resolve(rule.id());
        if (!Files.isDirectory(directory)) {
            return "";
        }
        try (var cases = Files.list(directory)) {
            return cases.map(path -> path.getFileName().toString())
                    .sorted()
                    .map(name -> "[" + name + "](" + link + "/" + rule.id() + "/" + name + ")")
                    .collect(joining(" "));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String waivers(Report report, Rule rule) {
        return report.project().waivers().stream()
                .filter(waiver -> waiver.rule().equals(rule.id()))
                .distinct()
                .map(waiver -> "`" + waiver.place().element() + "`: " + cell(waiver.reason()))
                .collect(joining("<br>"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
