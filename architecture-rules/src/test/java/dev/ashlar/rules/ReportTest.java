// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Place FIND = Place.of("OrderMapper.find");
    private static final Rule LOOPS =
            Rule.of("loops", "Nothing runs in a loop.").because("slow").mend("join");

    @TempDir
    private Path directory;

    @Test
    void aWaiverThatIsNeededIsNotIdle() throws IOException {
        var rulebook = Rulebook.of(LOOPS.with(recorded(true, FIND)));

        var report = rulebook.examine(shop().waive("loops", "OrderMapper.find", "few"));

        assertThat(report.idleWaivers()).isEmpty();
        assertThat(report.waivers()).hasSize(1);
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void aWaiverWaitsForTheRecordingOfItsStatement() throws IOException {
        var rulebook = Rulebook.of(LOOPS.with(recorded(false, Place.of("OrderMapper.page"))));

        assertThat(rulebook.examine(shop().waive("loops", "OrderMapper.find", "few"))
                        .idleWaivers())
                .isEmpty();
    }

    @Test
    void aWaiverOfWhatWasRecordedWithoutABreachIsIdle() throws IOException {
        var rulebook = Rulebook.of(LOOPS.with(recorded(false, FIND)));

        assertThat(idle(rulebook, "OrderMapper.find")).containsExactly("OrderMapper.find");
    }

    @Test
    void noRecordingExplainsAWaiverOfAStatementThatIsNotThere() throws IOException {
        var rulebook = Rulebook.of(LOOPS.with(recorded(false, FIND)));

        assertThat(idle(rulebook, "OrderMapper.gone")).containsExactly("OrderMapper.gone");
    }

    @Test
    void aMissingRecordingDoesNotExplainWhatAnotherCheckHasSeen() throws IOException {
        var looksAtText = LOOPS.with(check(Checkpoint.MAPPER, false, FIND));

        assertThat(idle(Rulebook.of(looksAtText), "OrderMapper.find")).containsExactly("OrderMapper.find");
    }

    @Test
    void aWaiverOfARuleThatIsUnknownIsIdle() throws IOException {
        assertThat(idle(Rulebook.of(), "OrderMapper.find")).containsExactly("OrderMapper.find");
    }

    @Test
    void aCheckThatDidNotRunExcusesItsWaivers() throws IOException {
        var needsDatabase = Rulebook.of(LOOPS.whole(
                Checkpoint.CATALOG, (project, findings) -> Catalog.of(project).tables()));

        assertThat(idle(needsDatabase, "OrderMapper.find")).isEmpty();
    }

    private List<String> idle(Rulebook rulebook, String waived) throws IOException {
        return rulebook.examine(shop().waive("loops", waived, "few")).idleWaivers().stream()
                .map(waiver -> waiver.place().element())
                .toList();
    }

    private static Check recorded(boolean broken, Place ran) {
        return check(Checkpoint.RUNTIME, broken, ran);
    }

    private static Check check(Checkpoint at, boolean broken, Place place) {
        return new Check(at, (project, findings) -> {
            findings.looked(() -> place);
            if (broken) {
                findings.violation(place, "ran twice");
            }
        });
    }

    /** With the statements find and page. */
    private Project shop() throws IOException {
        Files.writeString(directory.resolve("OrderMapper.xml"), """
                <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "https://mybatis.org/dtd/mybatis-3-mapper.dtd">
                <mapper namespace="shop.OrderMapper">
                  <select id="find" resultType="long">SELECT 1</select>
                  <select id="page" resultType="long">SELECT 2</select>
                </mapper>
                """);
        return Project.named("Shop").mappers(directory);
    }
}
