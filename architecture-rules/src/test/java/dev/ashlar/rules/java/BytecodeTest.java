// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BytecodeTest {
    private final Bytecode bytecode = Bytecode.of(new ClassFileImporter().importClass(Sample.class));

    @Test
    void knowsWhatRunsMoreThanOnce() {
        assertThat(bytecode.loopedCalls())
                .filteredOn(call -> call.name().equals("call"))
                .extracting(Call::method)
                .containsExactlyInAnyOrder(
                        "inFor", "inWhile", "inDo", "inForEach", "inStream", "asReference", "one", "inForWithASwitch");
    }

    @Test
    void callsAreInOrder_withThoseOfLambdasAndOfTheClassItself() {
        assertThat(bytecode.callsInOrder())
                .filteredOn(
                        calls -> calls.stream().anyMatch(call -> call.method().equals("inOrder")))
                .singleElement()
                .satisfies(calls -> assertThat(calls)
                        .filteredOn(call -> call.owner().endsWith("Port"))
                        .extracting(Call::name)
                        .containsExactly("more", "call", "more", "call"));
    }

    @Test
    void knowsWhoSwallows() {
        assertThat(bytecode.catches().stream().filter(handler -> !handler.rethrows()))
                .extracting(Bytecode.Catch::method)
                .containsExactlyInAnyOrder("swallows", "swallowsUnderACondition");
        assertThat(bytecode.catches().stream().filter(Bytecode.Catch::rethrows))
                .extracting(Bytecode.Catch::method)
                .containsExactlyInAnyOrder("rethrows", "rethrowsSometimes");
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable", "CatchAndPrintStackTrace"})
    private static class Sample {
        void inFor(List<Port> ports) {
            for (var port : ports) {
                port.call();
            }
        }

        void inWhile(Port port) {
            while (port.more()) {
                port.call();
            }
        }

        void inDo(Port port) {
            do {
                port.call();
            } while (port.more());
        }

        void inForEach(List<Port> ports) {
            ports.forEach(port -> port.call());
        }

        List<Integer> inStream(List<Port> ports) {
            return ports.stream().filter(Port::more).map(port -> port.call()).toList();
        }

        String asReference(List<Port> ports) {
            return ports.stream().map(Port::call).map(String::valueOf).collect(Collectors.joining());
        }

        void throughAnotherMethod(List<Port> ports) {
            ports.forEach(this::one);
        }

        private void one(Port port) {
            port.call();
        }

        void once(Port port, List<Port> ports) {
            port.call();
            for (var other : ports) {
                other.more();
            }
            port.call();
            if (port.more()) {
                port.call();
            }
        }

        int onceInASwitch(Port port, Object what) {
            return switch (what) {
                case Integer number when number > port.call() -> port.call();
                case Integer _, Long _ -> port.call();
                case null, default -> 0;
            };
        }

        void inForWithASwitch(List<Object> all, Port port) {
            for (var one : all) {
                switch (one) {
                    case Integer _, Long _ -> port.call();
                    default -> port.more();
                }
            }
        }

        int onceOrNever(Optional<Port> port) {
            return port.map(Port::call).orElse(0);
        }

        boolean inOrder(Port port, Optional<Port> another) {
            boolean first = port.more();
            one(port);
            return another.filter(Port::more).map(other -> other.call()).isPresent() && first;
        }

        boolean swallows(Port port) {
            try {
                return port.more();
            } catch (RuntimeException failed) {
                return false;
            }
        }

        void swallowsUnderACondition(Port port) {
            try {
                port.call();
            } catch (RuntimeException failed) {
                if (port.more()) {
                    port.call();
                }
            }
            throw new IllegalStateException();
        }

        void rethrows(Port port) {
            try {
                port.call();
            } catch (RuntimeException failed) {
                throw new IllegalStateException(failed);
            }
        }

        boolean rethrowsSometimes(Port port) {
            try {
                return port.more();
            } catch (RuntimeException failed) {
                if (failed.getCause() == null) {
                    return false;
                }
                throw failed;
            }
        }
    }

    private interface Port {
        boolean more();

        int call();
    }
}
