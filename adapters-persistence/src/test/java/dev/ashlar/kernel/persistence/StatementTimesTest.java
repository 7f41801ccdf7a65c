// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Tag("rule-slow-statement-log")
class StatementTimesTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MappedStatement statement = statement();

    private static MappedStatement statement() {
        var configuration = new Configuration();
        return new MappedStatement.Builder(
                        configuration,
                        "dev.ashlar.sample.persistence.SampleMapper.list",
                        new StaticSqlSource(configuration, "SELECT 1"),
                        SqlCommandType.SELECT)
                .build();
    }

    @Test
    void measuresEveryStatementByItsName(CapturedOutput log) throws Exception {
        var executor = timed(Duration.ofMinutes(1), Mockito.mock(Executor.class));

        executor.query(statement, "a secret", RowBounds.DEFAULT, null);
        executor.query(statement, "a secret", RowBounds.DEFAULT, null);

        assertThat(registry.get(StatementTimes.NAME)
                        .tag("statement", "SampleMapper.list")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(log).doesNotContain("SampleMapper.list");
    }

    @Test
    void logsASlowStatementWithoutItsParameters(CapturedOutput log) throws Exception {
        timed(Duration.ZERO, Mockito.mock(Executor.class)).query(statement, "a secret", RowBounds.DEFAULT, null);

        assertThat(log.getOut())
                .containsPattern("Slow statement name=SampleMapper\\.list millis=\\d+")
                .doesNotContain("a secret");
    }

    @Test
    void measuresAFailedStatement() throws Exception {
        var failing = Mockito.mock(Executor.class);
        Mockito.when(failing.update(statement, List.of())).thenThrow(new IllegalStateException("broken"));

        assertThatThrownBy(() -> timed(Duration.ofMinutes(1), failing).update(statement, List.of()))
                .hasMessage("broken");
        assertThat(registry.get(StatementTimes.NAME).timer().count()).isEqualTo(1);
    }

    private Executor timed(Duration slow, Executor executor) {
        return (Executor) new StatementTimes(registry, slow).plugin(executor);
    }
}
