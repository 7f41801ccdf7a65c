// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.kernel.persistence.ScratchMapper.Thing;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import java.util.List;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
class StatementCounterTest {
    private final StatementCounter statements;
    private final ScratchMapper things;

    @Autowired
    StatementCounterTest(StatementCounter statements, SqlSessionFactory factory) {
        this.statements = statements;
        this.things = ScratchSchema.mapper(factory);
    }

    @BeforeAll
    static void createTables(@Autowired FreshDatabase.Switch database) {
        ScratchSchema.create(database);
    }

    @Test
    void countsEachRunOfAStatement() {
        var thing = Thing.blank();

        var ran = statements.of(() -> {
            things.add(thing);
            assertThat(things.find(thing.id())).isPresent();
            assertThat(things.find(thing.id())).isPresent();
        });

        assertThat(ran).containsExactly("ScratchMapper.add", "ScratchMapper.find", "ScratchMapper.find");
    }

    @Test
    void countsOnlyStatementsOfTheCode() {
        var ran = statements.of(things::live);
        things.addAll(List.of(Thing.newId()));

        assertThat(ran).containsExactly("ScratchMapper.live");
        assertThat(statements.of(() -> {})).isEmpty();
    }

    @Test
    void forgetsStatementsOfFailedCode() {
        assertThatIllegalStateException()
                .isThrownBy(() -> statements.of(() -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(statements.of(things::live)).containsExactly("ScratchMapper.live");
    }
}
