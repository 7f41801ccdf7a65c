// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseUrlSourceTest {
    private final MockEnvironment environment =
            new MockEnvironment().withProperty("DATABASE_URL", "postgres://ada:secret@h/d");

    @Test
    void becomesTheDataSource() {
        process();
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://h:5432/d");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("ada");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("secret");
        assertThat(OnEmbeddedDatabase.namesDatabase(environment)).isTrue();
    }

    @Test
    void yieldsToADataSourceNamedInFull() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://other/d");
        process();
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://other/d");
        assertThat(environment.getProperty("spring.datasource.username")).isNull();
    }

    @Test
    void takesAPasswordThatComesApart() {
        environment.setProperty("spring.datasource.password", "from the vault");
        process();
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("from the vault");
    }

    @Test
    void leavesTheEmbeddedDatabaseWhereNothingIsSet() {
        var nothing = new MockEnvironment().withProperty("DATABASE_URL", " ");
        new DatabaseUrlSource().postProcessEnvironment(nothing, new SpringApplication());
        assertThat(OnEmbeddedDatabase.namesDatabase(nothing)).isFalse();
    }

    @Test
    void givesTheReplicaTheLoginOfTheDatabaseUnlessItHasItsOwn() {
        assertThat(ConnectionSettings.ofReplica(environment)).isEmpty();

        environment.setProperty("DATABASE_REPLICA_URL", "postgres://replica/d");
        process();
        var replica = ConnectionSettings.ofReplica(environment).orElseThrow();
        assertThat(replica.url()).isEqualTo("jdbc:postgresql://replica:5432/d");
        assertThat(replica.user()).isEqualTo("ada");
        assertThat(replica.password()).isEqualTo("secret");

        var other = new MockEnvironment().withProperty("DATABASE_REPLICA_URL", "postgres://bob:hunter2@replica/d");
        new DatabaseUrlSource().postProcessEnvironment(other, new SpringApplication());
        assertThat(ConnectionSettings.ofReplica(other).orElseThrow().user()).isEqualTo("bob");
        assertThat(ConnectionSettings.ofReplica(other).orElseThrow().password()).isEqualTo("hunter2");
    }

    private void process() {
        new DatabaseUrlSource().postProcessEnvironment(environment, new SpringApplication());
    }
}
