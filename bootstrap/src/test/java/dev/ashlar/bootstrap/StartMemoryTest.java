package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class StartMemoryTest {
    private final HotSpotDiagnosticMXBean flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void collectsGarbageAndLeavesTheFlagsAsTheyWere() {
        var min = flag("MinHeapFreeRatio");
        var max = flag("MaxHeapFreeRatio");
        var garbage = new WeakReference<>(new byte[1024]);

        new StartMemory().release();

        assertThat(garbage.get()).isNull();
        assertThat(flag("MinHeapFreeRatio")).isEqualTo(min);
        assertThat(flag("MaxHeapFreeRatio")).isEqualTo(max);
    }

    private String flag(String name) {
        return flags.getVMOption(name).getValue();
    }
}
