// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import dev.ashlar.kernel.persistence.Connections;
import dev.ashlar.rules.runtime.Recorder;
import dev.ashlar.rules.runtime.RecordingDriver;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Persistence module alone: all mappers and adapters, no application services, no web. */
@EnableAutoConfiguration(
        excludeName =
                "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration") // template is migrated
@ComponentScan(
        basePackages = "dev.ashlar.*.persistence", // a scan reads each class file
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "dev\\.ashlar\\.[a-z]+\\.(?!persistence\\.[A-Z]).*"))
@MapperScan(
        basePackages = "dev.ashlar.*.persistence",
        annotationClass = Mapper.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class PersistenceTestApplication {
    @Bean
    FreshDatabase.Switch dataSource() {
        return new FreshDatabase.Switch();
    }

    @Bean
    Connections connections(FreshDatabase.Switch database) {
        return new Connections(database, database.readers());
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    StatementCounter statementCounter() {
        return new StatementCounter();
    }

    /** Records statements by the driver below, and the rulebook checks them. */
    @Bean
    Recorder recorder() {
        return new Recorder("dev.ashlar");
    }

    @Bean
    RecordingDriver recordingDriver() {
        return new RecordingDriver();
    }
}
