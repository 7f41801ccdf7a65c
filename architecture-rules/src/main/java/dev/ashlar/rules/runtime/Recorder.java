// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.nio.file.Path;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Plugin;

/**
 * Records what the mapped statements do while a project's tests run, for the rules that cannot be told from the text: which
 * branches no test takes, which statement is repeated in a loop, which write runs outside a transaction. Register it with
 * {@link RecordingDriver} in the MyBatis configuration of the tests; with Spring Boot two beans do that:
 *
 * {@snippet :
 * @Bean
 * Recorder recorder() {
 *     return new Recorder("com.example.shop");
 * }
 *
 * @Bean
 * RecordingDriver recordingDriver() {
 *     return new RecordingDriver();
 * }
 * }
 *
 * When the JVM ends, it writes {@value #DIRECTORY}{@code /1.json}, over what the run before has written. Tests that run in
 * several JVMs at once pass the system property {@code surefire.forkNumber} to each, and get a file each.
 * Only a whole run of the tests counts: by Maven without {@code -Dtest}, or by Gradle. In an editor, or with {@code
 * -Drulebook.record=false}, nothing is recorded; {@code -Drulebook.record=true} records whatever runs.
 */
public final class Recorder implements Interceptor {
    /** Directory of recordings, below the directory that the tests run in. */
    public static final String DIRECTORY = "target/rulebook/recordings";

    private final CallStacks stacks;
    private final Recordings recordings;
    private final boolean on;

    /** Records to {@value #DIRECTORY}. Calls are told apart by the main classes in these packages. */
    public Recorder(String... basePackages) {
        this(Recordings.ofThisRun(Path.of(DIRECTORY)), isWholeRun(), new CallStacks(basePackages));
    }

    Recorder(Recordings recordings, boolean on, CallStacks stacks) {
        this.recordings = recordings;
        this.on = on;
        this.stacks = stacks;
    }

    /** Each executor, and so each transaction, is watched by itself. */
    @Override
    public Object plugin(Object target) {
        return on && target instanceof Executor ? Plugin.wrap(target, new WatchedUnit(recordings, stacks)) : target;
    }

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        throw new IllegalStateException("Executors are watched by units of their own.");
    }

    private static boolean isWholeRun() {
        var said = System.getProperty("rulebook.record");
        if (said != null) {
            return Boolean.parseBoolean(said);
        }
        boolean maven = System.getProperty("surefire.real.class.path") != null
                || System.getProperty("surefire.test.class.path") != null;
        boolean gradle = System.getProperty("org.gradle.test.worker") != null;
        return gradle || (maven && System.getProperty("test") == null);
    }
}
