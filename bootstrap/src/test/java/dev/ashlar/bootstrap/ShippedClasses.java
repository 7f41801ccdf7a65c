// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.RestController;

/** Classes of the application without those of its tests. */
final class ShippedClasses {
    private static final JavaClasses ALL = ArchConfiguration.withThreadLocalScope(reading -> {
        reading.setResolveMissingDependenciesFromClassPath(false); // libraries, which are most of the classes
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
                .importPackages("dev.ashlar");
    });

    private ShippedClasses() {}

    /** Returns the classes of which Spring makes one bean each. */
    static List<Class<?>> parts() {
        return ALL.stream()
                .filter(ShippedClasses::isPart)
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** Returns all problems, however their types are named. */
    static List<ProblemType> problems() {
        return ALL.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(ProblemType.class::cast)
                .toList();
    }

    /** Returns the names of all jobs. */
    static List<String> jobs() {
        return ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Job.class))
                .map(method -> method.getAnnotationOfType(Job.class).name())
                .toList();
    }

    /** Returns the full names of the methods that each instance runs by a schedule. */
    static List<String> scheduledMethods() {
        return ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class))
                .map(method -> method.getOwner().getName() + "." + method.getName())
                .toList();
    }

    private static boolean isPart(JavaClass type) {
        boolean isMarked = type.isAnnotatedWith(Mapper.class)
                || type.isAnnotatedWith(ApplicationService.class)
                || type.isAnnotatedWith(Workflow.class)
                || type.isAnnotatedWith(RestController.class);
        return !type.isAnnotation()
                && (isMarked || (type.isAssignableTo(ConstraintProblems.class) && !type.isInterface()));
    }
}
