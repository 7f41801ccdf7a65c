// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartMemoryTest {
    private static final List<String> FLAGS = List.of("MaxHeapFreeRatio", "MinHeapFreeRatio", "G1PeriodicGCInterval");

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    private final Map<String, String> before = FLAGS.stream().collect(Collectors.toMap(flag -> flag, this::value));

    @AfterEach
    void restore() {
        machine.setVMOption("MinHeapFreeRatio", "0"); // never above the other
        FLAGS.forEach(flag -> machine.setVMOption(flag, before.get(flag)));
    }

    @Test
    void collectsGarbageNowAndAtRest() {
        var garbage = new WeakReference<>(new byte[1024]);

        new StartMemory().release();

        assertThat(garbage.get()).isNull();
        assertThat(FLAGS).extracting(this::value).containsExactly("30", "10", "60000");
    }

    @Test
    void leavesAValueThatConflictsWithAnother() {
        machine.setVMOption("MinHeapFreeRatio", "0");
        machine.setVMOption("MaxHeapFreeRatio", "5");

        new StartMemory().release();

        assertThat(value("MinHeapFreeRatio")).isEqualTo("0");
    }

    /** Only an option of the command line counts as the operator's, hence the process. */
    @Test
    void keepsTheOptionsOfTheOperator() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:G1PeriodicGCInterval=5000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Released.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().readAllAsString())
                .contains("G1PeriodicGCInterval=5000", "MinHeapFreeRatio=10");
    }

    /** Prints the options after the release. */
    static final class Released {
        private Released() {}

        public static void main(String[] arguments) {
            new StartMemory().release();
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            FLAGS.forEach(flag ->
                    System.out.println(flag + "=" + machine.getVMOption(flag).getValue()));
        }
    }

    private String value(String flag) {
        return machine.getVMOption(flag).getValue();
    }
}
