package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartMemoryTest {
    private static final List<String> FLAGS = List.of("MaxHeapFreeRatio", "MinHeapFreeRatio", "G1PeriodicGCInterval");

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void collectsGarbageNowAndAtRest() {
        var before = FLAGS.stream().collect(Collectors.toMap(flag -> flag, this::value));
        var garbage = new WeakReference<>(new byte[1024]);
        try {
            new StartMemory().release();

            assertThat(garbage.get()).isNull();
            assertThat(FLAGS).extracting(this::value).containsExactly("30", "10", "60000");
        } finally {
            FLAGS.forEach(flag -> machine.setVMOption(flag, before.get(flag)));
        }
    }

    private String value(String flag) {
        return machine.getVMOption(flag).getValue();
    }
}
