// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionTemplate;

/** Table with a column of each kind, which the owner creates in the database of one test class. */
final class ScratchSchema {
    private ScratchSchema() {}

    static void create(FreshDatabase.Switch database) {
        database.database().psql().sql("""
                        CREATE SCHEMA scratch;
                        CREATE TYPE scratch.mood AS ENUM ('calm', 'in_a_hurry', 'unheard_of');
                        CREATE TABLE scratch.things (
                            id uuid CONSTRAINT pk_things PRIMARY KEY,
                            owner uuid CONSTRAINT fk_things_owner REFERENCES scratch.things ON DELETE RESTRICT,
                            bare uuid,
                            mood scratch.mood,
                            settings jsonb,
                            names text[] CONSTRAINT chk_things_names CHECK (cardinality(names) < 9),
                            span tstzrange,
                            at timestamptz,
                            deleted_at timestamptz,
                            CONSTRAINT ex_things_span EXCLUDE USING gist (span WITH &&)
                        );
                        GRANT USAGE ON SCHEMA scratch TO ashlar_app;
                        GRANT SELECT, INSERT, UPDATE, DELETE ON scratch.things TO ashlar_app""").update();
    }

    /** Returns the mapper of the table, and registers it first if necessary. */
    static ScratchMapper mapper(SqlSessionFactory factory) {
        if (!factory.getConfiguration().hasMapper(ScratchMapper.class)) {
            factory.getConfiguration().addMapper(ScratchMapper.class);
        }
        return new SqlSessionTemplate(factory).getMapper(ScratchMapper.class);
    }
}
