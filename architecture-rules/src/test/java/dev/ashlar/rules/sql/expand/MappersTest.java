// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.rules.Project;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Texts that MyBatis can render, and their parameters. */
class MappersTest {
    private static final Project PROJECT = Project.named("engine").mappers(Path.of("src/test/resources/engine"));

    private static MapperStatement statement(String id) {
        return Mappers.of(PROJECT).statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(String id) {
        return statement(id).variants().stream()
                .map(variant -> variant.sql().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void aQuestionWithinACountsOnlyWhenTheOuterIsIn_andItsNegationIsTheSameQuestion() {
        assertThat(texts("nested"))
                .containsExactly(
                        "SELECT o.id FROM shop.orders o WHERE o.deleted_at IS NULL AND o.total > 0",
                        "SELECT o.id FROM shop.orders o WHERE o.deleted_at IS NULL AND o.status = ?",
                        "SELECT o.id FROM shop.orders o WHERE o.deleted_at IS NULL AND o.status = ? AND o.created_at >= ?");
        assertThat(statement("nested").variants().getLast())
                .hasToString("[test=\"filter.status != null\" on, test=\"filter.since != null\" on]");
    }

    @Test
    void everyBranchAndNone() {
        assertThat(texts("chosen"))
                .containsExactly(
                        "SELECT id FROM shop.orders",
                        "SELECT id FROM shop.orders WHERE name = ?",
                        "SELECT id FROM shop.orders WHERE id = ?");
    }

    @Test
    void noItemOneItemTwoItems_withTheTypesOfAGenericPort() {
        assertThat(texts("addAll"))
                .containsExactly(
                        "INSERT INTO shop.lines (order_id, amount) VALUES",
                        "INSERT INTO shop.lines (order_id, amount) VALUES (?, ?)",
                        "INSERT INTO shop.lines (order_id, amount) VALUES (?, ?) , (?, ?)");
        assertThat(statement("addAll").variants().getLast().parameters())
                .extracting(Parameter::path, Parameter::type)
                .containsExactly(
                        tuple("lines[0].order", UUID.class),
                        tuple("lines[0].amount", BigDecimal.class),
                        tuple("lines[1].order", UUID.class),
                        tuple("lines[1].amount", BigDecimal.class));
        assertThat(statement("addAll").variants().getFirst().hasEmptyCollection())
                .isTrue();
    }

    @Test
    void whatBindNamesKeepsItsType() {
        assertThat(statement("post").variants().getFirst().parameters())
                .extracting(Parameter::path, Parameter::type)
                .containsExactly(tuple("entry.amount", BigDecimal.class), tuple("entry.order", UUID.class));
    }

    @Test
    void aSubstitutionIsRenderedForTheConstantsOfAnEnum_andForNothingElse() {
        assertThat(texts("sorted"))
                .containsExactly(
                        "SELECT id FROM shop.orders ORDER BY TOTAL, ASC",
                        "SELECT id FROM shop.orders ORDER BY TOTAL, DESC",
                        "SELECT id FROM shop.orders ORDER BY NAME, ASC",
                        "SELECT id FROM shop.orders ORDER BY NAME, DESC");
        assertThat(texts("anything")).isEmpty();
        assertThat(statement("anything").failure()).contains("${text}");
    }

    @Test
    void aboveTheCapEveryPairOfChoicesIsSeen() {
        var many = statement("many");
        assertThat(many.complete()).isFalse();
        assertThat(many.variants()).hasSizeBetween(6, 20);
        var pairs = new HashSet<List<Choice>>();
        for (var variant : many.variants()) {
            for (var left : variant.choices()) {
                variant.choices().forEach(right -> pairs.add(List.of(left, right)));
            }
        }
        // 7 questions: 7 * 6 / 2 pairs of 4 kinds, both ways, and with themselves; h besides, which needs g on.
        assertThat(pairs).hasSize(7 * 6 * 4 + 7 * 2 + 2 * (6 * 2 * 2 + 2) + 2);
    }

    @Test
    void whatIsMissingIsToldForThatStatementAlone() {
        assertThat(statement("lost").failure()).contains("an include or a result map is missing");
    }

    @Test
    void aStatementKnowsItsLinesAndItsFragments() {
        var nested = statement("nested");
        assertThat(nested.place().toString()).endsWith("EngineMapper.xml:14 EngineMapper.nested");
        assertThat(nested.place().lastLine()).isEqualTo(19);
        assertThat(nested.fragments())
                .containsExactlyInAnyOrder("dev.ashlar.rules.sql.expand.EngineMapper.wanted", "shop.Zoo.live");
    }
}
