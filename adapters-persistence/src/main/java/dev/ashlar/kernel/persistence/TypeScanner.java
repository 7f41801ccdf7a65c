package dev.ashlar.kernel.persistence;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Finds the records that implement a marker interface, in jars within jars too; they are no beans. */
class TypeScanner extends ClassPathScanningCandidateComponentProvider {
    TypeScanner(Class<?> marker) {
        super(false);
        addIncludeFilter(new AssignableTypeFilter(marker));
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return definition.getMetadata().isConcrete();
    }
}
