// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.plus.Parcel;
import java.nio.file.Path;
import java.util.List;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules over mappers in MyBatis-Plus's style, configured as it configures MyBatis. */
@Tag("exhaustive")
class PlusProjectTest {
    private static final Report REPORT = examine();

    private static Report examine() {
        var database = TestServer.emptyDatabase();
        TestServer.run(
                database,
                "CREATE TABLE parcels (id bigint PRIMARY KEY, tariff_name text NOT NULL, weight_kg numeric NOT NULL);");
        return Rulebook.standard()
                .only(rule -> List.of("mapper-methods", "prepared-statements", "result-columns", "string-substitution")
                        .contains(rule.id()))
                .examine(Project.named("plus")
                        .sources(Path.of("src/test/java/com/example/plus"))
                        .mappers(Path.of("src/test/resources/com/example/plus"))
                        .mybatis(PlusProjectTest::mybatis)
                        .classes("com.example.plus")
                        .database(database));
    }

    private static Configuration mybatis() {
        var configuration = new Configuration();
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.getTypeAliasRegistry().registerAlias(Parcel.class);
        return configuration;
    }

    private static List<String> violations(String rule) {
        return REPORT.verdicts().stream()
                .filter(verdict -> verdict.rule().id().equals(rule))
                .flatMap(verdict -> verdict.violations().stream())
                .map(violation -> violation.place().element() + " "
                        + violation.message().lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void inheritedMethodsNeedNoStatement() {
        assertThat(violations("mapper-methods")).isEmpty();
    }

    @Test
    void columnsFillPropertiesAsConfigured() {
        assertThat(violations("result-columns")).isEmpty();
    }

    @Test
    void annotatedStatementsAreExamined_andAWrapperIsToldOnce() {
        assertThat(violations("prepared-statements"))
                .singleElement()
                .asString()
                .startsWith("ParcelMapper.rename")
                .contains("tarif_name");
        assertThat(violations("string-substitution")).singleElement().asString().startsWith("ParcelMapper.wrapped");
    }
}
