// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.desk.OrderDesk;
import dev.ashlar.rules.TestServer;
import dev.ashlar.rules.runtime.RecordedStatement.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RecorderTest {
    private static final CallStacks STACKS =
            new CallStacks(type -> type.getSimpleName().endsWith("Test"), "com.example.desk");

    private final Recordings recordings = new Recordings();
    private final SqlSessionFactory sessions = sessions(orders(), new Recorder(recordings, true, STACKS));

    private static DataSource orders() {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, "CREATE TABLE orders (id integer PRIMARY KEY, status text NOT NULL)");
        return database;
    }

    private static SqlSessionFactory sessions(DataSource database, Recorder recorder) {
        var configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), database));
        configuration.setDefaultScriptingLanguage(RecordingDriver.class);
        configuration.addInterceptor(recorder);
        configuration.addMapper(OrderMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration);
    }

    private void transaction(Consumer<OrderMapper> work) {
        try (var session = sessions.openSession()) {
            work.accept(session.getMapper(OrderMapper.class));
            session.commit();
        }
    }

    private RecordedStatement recorded(String statement) {
        return recordings.recording().statements().stream()
                .filter(recorded -> recorded.id().endsWith("." + statement))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksDoNotChangeWhatRuns() {
        transaction(orders -> {
            orders.addAll(List.of(1, 2, 3));
            assertThat(orders.find(null, List.of(), false)).containsExactly(1, 2, 3);
            assertThat(orders.find("new", List.of(1, 3), true)).containsExactly(3, 1);
        });
    }

    @Test
    void tellsWhichBranchesWereTaken() {
        transaction(orders -> orders.find("new", List.of(1, 2), true));

        assertThat(recorded("find").branches())
                .containsExactly(
                        new RecordedBranch("if status != null", 1, 0),
                        new RecordedBranch("if !ids.isEmpty()", 1, 0),
                        new RecordedBranch("foreach ids", 1, 0),
                        new RecordedBranch("when newest", 1, 0),
                        new RecordedBranch("otherwise", 0, 0));
    }

    @Test
    void aBranchWithinOneThatIsLeftOutIsNotAsked() {
        transaction(orders -> orders.find(null, List.of(), false));

        assertThat(recorded("find").branches())
                .containsExactly(
                        new RecordedBranch("if status != null", 0, 1),
                        new RecordedBranch("if !ids.isEmpty()", 0, 0),
                        new RecordedBranch("foreach ids", 0, 0),
                        new RecordedBranch("when newest", 0, 1),
                        new RecordedBranch("otherwise", 1, 0));
    }

    @Test
    void aSingleItemIsNotSeveral() {
        transaction(orders -> orders.addAll(List.of(1)));
        assertThat(recorded("addAll").branches()).containsExactly(new RecordedBranch("foreach ids", 0, 1));

        transaction(orders -> orders.addAll(List.of(2, 3)));
        assertThat(recorded("addAll").branches()).containsExactly(new RecordedBranch("foreach ids", 1, 1));
    }

    @Test
    void tellsWhatRunsOutsideATransaction() {
        transaction(orders -> orders.add(1));
        assertThat(recorded("add").counts().outside()).isZero();
        assertThat(recorded("add").writes()).isTrue();

        try (SqlSession session = sessions.openSession(true)) {
            session.getMapper(OrderMapper.class).add(2);
        }
        assertThat(recorded("add").counts()).returns(1, Counts::outside).returns(2, Counts::executions);
    }

    @Test
    void aStatementThatTheDatabaseRefusesHasRun() {
        transaction(orders -> {
            orders.add(1);
            assertThatThrownBy(() -> orders.add(1)).hasMessageContaining("duplicate key");
        });
        assertThat(recorded("add").counts().executions()).isEqualTo(2);
    }

    @Test
    void countsRowsOfStatements() {
        transaction(orders -> {
            orders.addAll(List.of(1, 2));
            orders.find(null, List.of(), false);
        });
        assertThat(recorded("addAll").counts().maxRows()).isEqualTo(2);
        assertThat(recorded("find").counts().maxRows()).isEqualTo(2);
    }

    @Test
    void tellsUnconditionalChangesAndUnboundValues() {
        transaction(orders -> {
            orders.forgetAll();
            orders.find("new", List.of(1), false);
            orders.raw("paid");
        });
        assertThat(recorded("forgetAll").counts().unconditional()).isEqualTo(1);
        assertThat(recorded("raw").literal()).isEqualTo("'paid'");
        assertThat(recorded("find").literal()).isNull();
    }

    @Test
    void tellsWhatMainCodeRepeatsInOneTransaction() {
        OrderDesk.inTransaction(() -> sessions.openSession(), session -> {
            OrderDesk.addEach(List.of(1, 2, 3), session.getMapper(OrderMapper.class)::add);
        });

        assertThat(recorded("add").repetition().repeats()).isEqualTo(3);
        assertThat(recorded("add").repetition().repeatedBy())
                .startsWith("OrderDesk.addEach:")
                .doesNotContain("Test");
    }

    @Test
    void whatATestRepeatsIsItsOwnAffair() {
        transaction(orders -> OrderDesk.addEach(List.of(1, 2, 3), orders::add));
        assertThat(recorded("add").repetition().repeats()).isEqualTo(1);

        for (int id : List.of(4, 5)) {
            OrderDesk.inTransaction(() -> sessions.openSession(), session -> {
                OrderDesk.addEach(List.of(id), session.getMapper(OrderMapper.class)::add);
            });
        }
        assertThat(recorded("add").repetition().repeats()).isEqualTo(1);
    }

    @Test
    void writesWhatItHasSeen(@TempDir Path directory) {
        transaction(orders -> orders.find("new", List.of(1), false));
        var file = directory.resolve("below/1.json");

        recordings.write(file);

        assertThat(JsonMapper.builder().build().readValue(file, Recording.class))
                .isEqualTo(recordings.recording());
    }

    @Test
    void aRunOfNoStatementsLeavesTheLastRecording(@TempDir Path directory) {
        recordings.write(directory.resolve("1.json"));
        assertThat(Files.exists(directory.resolve("1.json"))).isFalse();
    }

    @Test
    void whenItIsOffNothingIsRecorded() {
        var off = sessions(orders(), new Recorder(recordings, false, STACKS));
        try (var session = off.openSession()) {
            session.getMapper(OrderMapper.class).add(1);
        }
        assertThat(recordings.recording().statements()).isEmpty();
    }
}
