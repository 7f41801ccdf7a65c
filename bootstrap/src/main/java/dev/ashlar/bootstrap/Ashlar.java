// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import dev.ashlar.bootstrap.cli.AshlarCommand;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application. Beans are named by their full class name, because two contexts may have a class of the same simple name.
 */
@SpringBootApplication(scanBasePackages = "dev.ashlar", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("dev.ashlar")
@MapperScan(
        basePackages = "dev.ashlar",
        annotationClass = Mapper.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Ashlar {
    /** Runs one command; without one it serves. */
    public static void main(String[] arguments) {
        int exitCode = AshlarCommand.run(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
        // 0 after `serve` means that the server has started; its own threads keep the process alive.
    }
}
