package dev.ashlar.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Contexts reach each other only through what they publish, only where they declare it, and never in a circle. */
class ContextBordersTest {
    private final ApplicationModules modules = ApplicationModules.of(
            "dev.ashlar",
            resideInAnyPackage("dev.ashlar.bootstrap..") // it wires all of them together
                    .or(describe(
                            "tests",
                            type -> type.getSource()
                                    .filter(source -> source.getUri().toString().contains("-tests.jar"))
                                    .isPresent())));

    @Test
    void areKept() {
        modules.verify();
    }

    @Test
    void standAroundEveryContext() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("kernel", "identity", "mentoring", "wallet");
        modules.stream()
                .filter(module -> !module.getIdentifier().toString().equals("kernel"))
                .forEach(module -> assertThat(module.isOpen())
                        .as("%s must not open its internals", module.getIdentifier())
                        .isFalse());
    }
}
