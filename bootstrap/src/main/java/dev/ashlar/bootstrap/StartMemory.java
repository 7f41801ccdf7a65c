// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Memory that only the start or an earlier load needed, which is returned to the system: after the start, by the garbage collector G1
 * whenever it has had nothing to do for a minute, and each minute by the C library, whose free memory is mostly that of the compilers.
 * Measured with the packaged jar in production: a process at rest takes 511 MB without it, 323 MB if the C library does so only after the
 * start, and 305 MB with it, of which 90 are the heap. Under load G1 collects more often than that, and the heap grows.
 */
@Component
class StartMemory {
    private static final Logger log = LoggerFactory.getLogger(StartMemory.class);
    private static final Set<VMOption.Origin> OPERATOR =
            Set.of(VMOption.Origin.VM_CREATION, VMOption.Origin.ENVIRON_VAR, VMOption.Origin.CONFIG_FILE);

    /** Releases the memory once the start is over: its full collection would delay the first answer, by 2 percent of the start. */
    @Scheduled(initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void release() {
        // Percent of the heap that stay free after a collection. No option of a jar can set them before the start.
        set("MinHeapFreeRatio", "10");
        set("MaxHeapFreeRatio", "30");
        set("G1PeriodicGCInterval", "60000"); // milliseconds
        System.gc();
        trimNativeHeap();
    }

    /** Sets an option, unless the operator has, or the virtual machine does not have it or refuses the value beside those of others. */
    private static void set(String option, String value) {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) { // not HotSpot
            return;
        }
        try {
            if (!OPERATOR.contains(machine.getVMOption(option).getOrigin())) {
                machine.setVMOption(option, value);
            }
        } catch (IllegalArgumentException refused) {
            log.debug("Option of the virtual machine not set option={}", option, refused);
        }
    }

    /**
     * Runs the diagnostic command {@code System.trim_native_heap}, which virtual machines for other systems than Linux do not have. The
     * compilers are busy until some seconds after the start.
     */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void trimNativeHeap() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException missing) {
            log.debug("Native memory not returned", missing);
        }
    }
}
