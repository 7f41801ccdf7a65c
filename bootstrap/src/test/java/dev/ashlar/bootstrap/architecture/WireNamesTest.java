package dev.ashlar.bootstrap.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * Requests and responses have names of their own: the API's description calls a schema by its record's simple name, so two
 * of one name would silently become one.
 */
class WireNamesTest {
    @Test
    void areUnique() {
        var byName = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.ashlar").stream()
                        .filter(type -> type.isRecord() && type.getPackageName().matches("dev\\.ashlar\\.\\w+\\.(web|application).*"))
                        .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(byName).hasSizeGreaterThan(10);
        assertThat(byName.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }
}
