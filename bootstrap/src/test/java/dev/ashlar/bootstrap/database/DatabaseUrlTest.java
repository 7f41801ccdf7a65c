// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void takesAllPartsApart() {
        assertThat(DatabaseUrl.parse(
                        "DATABASE_URL",
                        "postgres://ada:secret@db.example:6543/shop?sslmode=verify-full&sslrootcert=/ca"))
                .isEqualTo(new DatabaseUrl(
                        "jdbc:postgresql://db.example:6543/shop?sslmode=verify-full&sslrootcert=/ca", "ada", "secret"));
    }

    @Test
    void defaultsThePortAndLeavesCredentialsOpen() {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgresql://my_db/shop"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://my_db:5432/shop", null, null));
    }

    @Test
    void takesSeveralServers() {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgres://ada@db1:6543,[::2],db3/shop?targetServerType=primary"))
                .isEqualTo(new DatabaseUrl(
                        "jdbc:postgresql://db1:6543,[::2]:5432,db3:5432/shop?targetServerType=primary", "ada", null));
    }

    @Test
    void decodesCredentialsButKeepsAPlus() {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgres://a%40b:p%2Fw%25+x@[::1]/s"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://[::1]:5432/s", "a@b", "p/w%+x"));
    }

    @Test
    void takesOneServerForAReplica() {
        assertThat(DatabaseUrl.parseReplica("postgres://db2/shop?options=a,b"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db2:5432/shop?options=a,b", null, null));
        assertThatThrownBy(() -> DatabaseUrl.parseReplica("postgres://db2,db3/shop"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_REPLICA_URL must name one server");
        assertThatThrownBy(() -> DatabaseUrl.parseReplica("db2"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_REPLICA_URL must look like");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d",
                "mysql://h/d",
                "postgres://h",
                "postgres://h/",
                "postgres://u:hunter2@h:port/d",
                "postgres://u:hunter2#1@h/d",
                "postgres://u:hunter2@x@h/d",
                "postgres://u:hunter2%zz@h/d",
                "postgres://u:hunter2@h:99999/d",
                "postgres://a,/d",
                "postgres://a,b:99999/d"
            })
    void refusesTheRestInOneSentenceWithoutThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", text))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("hunter2");
    }
}
