// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.ScratchMapper.Thing;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The shared fragment hides deleted rows in each scan that includes it. */
@PersistenceTest
@Transactional
class SoftDeleteTest {
    private final JdbcClient jdbc;
    private final ScratchMapper things;

    @Autowired
    SoftDeleteTest(JdbcClient jdbc, SqlSessionFactory factory) {
        this.jdbc = jdbc;
        this.things = ScratchSchema.mapper(factory);
    }

    @BeforeAll
    static void createTables(@Autowired FreshDatabase.Switch database) {
        ScratchSchema.create(database);
    }

    @Test
    void skipsDeletedRows() {
        var live = add(Thing.blank());
        var deleted = add(Thing.blank());

        delete(deleted);

        assertThat(things.live()).containsExactly(live);
    }

    @Test
    void skipsDeletedRowsInJoins() {
        var owner = add(Thing.blank());
        var deletedOwner = add(Thing.blank());
        var owned = add(Thing.owned(owner));
        var orphan = add(Thing.owned(deletedOwner));

        delete(deletedOwner);

        assertThat(things.liveWithLiveOwner()).containsExactly(owned);
        assertThat(things.live()).containsExactly(owner, owned, orphan);
    }

    private UserId add(Thing thing) {
        things.add(thing);
        return thing.id();
    }

    private void delete(UserId id) {
        jdbc.sql("UPDATE scratch.things SET deleted_at = now() WHERE id = ?")
                .param(id.value())
                .update();
    }
}
