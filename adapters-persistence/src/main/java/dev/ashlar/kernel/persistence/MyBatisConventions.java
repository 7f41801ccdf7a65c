// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.JsonDocument;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.application.Causes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.type.TypeAliasRegistry;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.mybatis.spring.boot.autoconfigure.SqlSessionFactoryBeanCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Settings of MyBatis. They are code, because they are conventions that no environment changes. Type handlers are chosen by the kind
 * of a type, so that a new id, enum or document needs no registration.
 */
@Configuration(proxyBeanMethods = false)
class MyBatisConventions {
    private static final Causes NO_CAUSES = Optional::empty;
    static final ContextDatabases ONE_DATABASE = new ContextDatabases(Set.of(), Set.of());

    @Bean
    SqlSessionFactoryBeanCustomizer conventions(
            ObjectProvider<Causes> causes, ObjectProvider<ContextDatabases> databases) {
        var known = SingletonSupplier.of(() -> causes.getIfAvailable(() -> NO_CAUSES));
        return factory -> {
            factory.setConfiguration(
                    configuration(() -> known.obtain().current(), databases.getIfAvailable(() -> ONE_DATABASE)));
            // A fragment without a mapper must be loaded here, before the mappers that include it.
            factory.addMapperLocations(new ClassPathResource("SoftDelete.xml", MyBatisConventions.class));
        };
    }

    /** Returns the settings for changes without a cause. */
    static AshlarConfiguration configuration() {
        return configuration(NO_CAUSES, ONE_DATABASE);
    }

    private static AshlarConfiguration configuration(Causes causes, ContextDatabases databases) {
        var configuration = new AshlarConfiguration(causes, databases);
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setAutoMappingBehavior(AutoMappingBehavior.PARTIAL);
        // A column without a component means that SQL and record have drifted apart.
        configuration.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
        // No cache in a transaction: a read returns the row, and not an earlier result.
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        configuration.setLazyLoadingEnabled(false);
        configuration.setDefaultEnumTypeHandler(PgEnumTypeHandler.class);
        registerAliases(configuration.getTypeAliasRegistry());
        registerTypeHandlers(configuration.getTypeHandlerRegistry());
        RecordPropertyAccessor.install();
        return configuration;
    }

    @Bean
    StatementTimes statementTimes(
            ObjectProvider<MeterRegistry> registry, @Value("${ashlar.slow-statement:500ms}") Duration slow) {
        return new StatementTimes(registry.getIfAvailable(SimpleMeterRegistry::new), slow);
    }

    private static void registerAliases(TypeAliasRegistry aliases) {
        MappedTypes.byAlias().forEach(aliases::registerAlias);
        aliases.registerAlias("UuidArray", UuidArrayTypeHandler.class);
        aliases.registerAlias("TextArray", TextArrayTypeHandler.class);
        aliases.registerAlias("LongArray", LongArrayTypeHandler.class);
        aliases.registerAlias("InstantArray", InstantArrayTypeHandler.class);
        aliases.registerAlias("JsonRows", JsonRowsTypeHandler.class);
    }

    private static void registerTypeHandlers(TypeHandlerRegistry registry) {
        registry.register(UUID.class, new UuidTypeHandler());
        registry.register(InstantRange.class, new InstantRangeTypeHandler());
        registry.register(Money.class, new MoneyTypeHandler());
        MappedTypes.recordsOf(Identifier.class).forEach(type -> registerIdentifier(registry, type));
        MappedTypes.recordsOf(JsonDocument.class).forEach(type -> registerDocument(registry, type));
    }

    private static <T extends Identifier> void registerIdentifier(TypeHandlerRegistry registry, Class<T> type) {
        registry.register(type, new IdentifierTypeHandler<>(type));
    }

    private static <T extends JsonDocument> void registerDocument(TypeHandlerRegistry registry, Class<T> type) {
        registry.register(type, new JsonDocumentTypeHandler<>(type));
    }
}
