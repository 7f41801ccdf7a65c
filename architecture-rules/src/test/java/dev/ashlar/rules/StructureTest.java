// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Packages and names of the module itself. */
class StructureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** The root is left out: its rulebook lists the families of all packages, which are made of its rules and findings. */
    @Test
    void noPackagesNeedEachOther() {
        slices().matching("dev.ashlar.rules.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void noTwoTypesHaveOneName() {
        var byName = MAIN.stream()
                .filter(type -> !type.getSimpleName().matches("|package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toSet())));

        assertThat(byName.values()).filteredOn(names -> names.size() > 1).isEmpty();
    }
}
