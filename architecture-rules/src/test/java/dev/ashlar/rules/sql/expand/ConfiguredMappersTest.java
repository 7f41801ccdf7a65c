// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapper files that are to be read with what the project configures besides. */
class ConfiguredMappersTest {
    @TempDir
    private Path mappers;

    @BeforeEach
    void writeMapper() throws IOException {
        Files.writeString(mappers.resolve("OrderMapper.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "https://mybatis.org/dtd/mybatis-3-mapper.dtd">
                <mapper namespace="shop.OrderMapper">
                  <sql id="live">${alias}.deleted_at IS NULL</sql>
                  <sql id="page">LIMIT 10</sql>
                  <sql id="page" databaseId="postgresql">FETCH FIRST 20 ROWS ONLY</sql>

                  <select id="get" resultType="map">
                    SELECT id FROM ${schema}.orders o
                    <where>
                      <if test="id != null">id = #{id}</if>
                      AND <include refid="live"><property name="alias" value="o"/></include>
                    </where>
                    <include refid="page"/>
                  </select>

                  <select id="sorted" resultType="map">
                    SELECT id FROM ${schema}.orders ORDER BY ${column}
                  </select>

                  <delete id="clear" databaseId="oracle">TRUNCATE TABLE orders</delete>
                  <delete id="clear">DELETE FROM ${schema}.orders; DELETE FROM ${schema}.items WHERE id = #{id}</delete>
                </mapper>
                """);
    }

    private List<MapperStatement> statements(String id) {
        return Mappers.of(Project.named("configured").mappers(mappers).mybatis(ConfiguredMappersTest::mybatis))
                .statements()
                .stream()
                .filter(statement -> statement.id().equals(id))
                .toList();
    }

    private static Configuration mybatis() {
        var configuration = new Configuration();
        var variables = new Properties();
        variables.setProperty("schema", "shop");
        configuration.setVariables(variables);
        configuration.setDatabaseId("postgresql");
        return configuration;
    }

    private List<String> texts(String id) {
        return statements(id).stream()
                .flatMap(statement -> statement.variants().stream())
                .map(variant -> variant.sql().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void aConfiguredVariableIsPartOfTheText_andNoSubstitution() {
        assertThat(texts("get"))
                .containsExactly(
                        "SELECT id FROM shop.orders o WHERE o.deleted_at IS NULL FETCH FIRST 20 ROWS ONLY",
                        "SELECT id FROM shop.orders o WHERE id = ? AND o.deleted_at IS NULL FETCH FIRST 20 ROWS ONLY");
        assertThat(statements("get")).extracting(MapperStatement::failure).containsExactly("");
    }

    @Test
    void whatIsNotConfiguredCanBecomeAnyText() {
        assertThat(statements("sorted").getFirst().failure()).contains("${column}");
    }

    @Test
    void aStatementForAnotherKindOfDatabaseIsNotRead() {
        assertThat(statements("clear"))
                .extracting(statement -> statement.databaseId())
                .containsExactly("");
    }

    @Test
    void severalStatementsInOneAreSeparateTexts_eachWithItsParameters() {
        assertThat(texts("clear")).containsExactly("DELETE FROM shop.orders", "DELETE FROM shop.items WHERE id = ?");
        assertThat(statements("clear").getFirst().variants())
                .extracting(variant -> variant.parameters().size())
                .containsExactly(0, 1);
    }
}
