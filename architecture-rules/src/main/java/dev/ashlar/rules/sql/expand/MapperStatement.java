// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.sql.parse.MapperFile;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.cache.Cache;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.w3c.dom.Element;

/**
 * A statement of a mapper file: a {@code <select>}, {@code <insert>}, {@code <update>} or {@code <delete>}.
 *
 * {@snippet :
 * if (statement.kind().equals("select") && !statement.attribute("affectData").equals("true")) { ... }
 * }
 */
public final class MapperStatement implements Subject {
    private final MapperFile file;
    private final Element element;
    private final Set<String> fragments;
    private final @Nullable Class<?> mapper;
    private final Configuration configuration;
    private final Variants variants;
    private final SingletonSupplier<Optional<ResultRow>> row = SingletonSupplier.of(() -> ResultRow.read(this));

    public MapperStatement(
            MapperFile file, Element element, Set<String> fragments, Configuration configuration, Expander expander) {
        this.file = file;
        this.element = element;
        this.fragments = Set.copyOf(fragments);
        this.configuration = configuration;
        this.mapper = file.mapper();
        this.variants = expander.expand(this);
    }

    /** Makes the variants of a statement. */
    interface Expander {
        Variants expand(MapperStatement statement);
    }

    /**
     * Expansion of a statement.
     *
     * @param rendered its variants
     * @param complete true if they are all there are
     * @param failure why it has no variants, or a variant no text; empty if all have one
     */
    record Variants(List<Variant> rendered, boolean complete, String failure) {
        static Variants none(String failure) {
            return new Variants(List.of(), true, failure);
        }
    }

    /** Returns its file. */
    public MapperFile file() {
        return file;
    }

    /** Returns the namespace of its mapper. */
    public String namespace() {
        return file.namespace();
    }

    /** Its id within the mapper; that of a {@code <selectKey>} is made of its statement's. */
    public String id() {
        return MapperFile.id(element);
    }

    /** Returns namespace and id. */
    public String fullId() {
        return namespace() + "." + id();
    }

    /** Returns the name of its element: {@code select}, {@code insert}, {@code update} or {@code delete}. */
    public String kind() {
        return element.getTagName();
    }

    /** Returns an attribute of its element, empty if it is not there. */
    public String attribute(String name) {
        return element.getAttribute(name);
    }

    /** Returns the kind of database that it is for, as MyBatis calls it; empty if for any. */
    public String databaseId() {
        return MapperFile.topLevel(element).getAttribute("databaseId");
    }

    /** Its element as it is in the file: nothing included, every dynamic element still there. */
    public Element element() {
        return element;
    }

    /** Returns the fragments it is made of, directly or through others, with their namespaces. */
    public Set<String> fragments() {
        return fragments;
    }

    /** Returns the mapper interface, if the class path has it. */
    public @Nullable Class<?> mapper() {
        return mapper;
    }

    /** Returns the mapper's method, which may be inherited from a port; null if there is none. */
    public @Nullable Method mapperMethod() {
        return Signature.method(mapper, MapperFile.topLevel(element).getAttribute("id"));
    }

    /** Class that its rows become: the class of its {@code resultType} or {@code resultMap}; null if it has neither. */
    public @Nullable Class<?> resultType() {
        var map = resultMap();
        return map == null ? null : map.getType();
    }

    /** Returns the result map of its rows; for a {@code resultType} a map without explicit mappings. */
    public @Nullable ResultMap resultMap() {
        var maps = mapped().map(MappedStatement::getResultMaps).orElse(List.of());
        return maps.isEmpty() ? null : maps.get(0);
    }

    Optional<ResultRow> row() {
        return row.obtain();
    }

    /** Returns MyBatis's form of it; empty if MyBatis cannot complete it. */
    public Optional<MappedStatement> mapped() {
        return configuration.hasStatement(fullId(), false)
                ? Optional.of(configuration.getMappedStatement(fullId(), false))
                : Optional.empty();
    }

    /** Returns the namespace of the cache that it reads from or clears, which {@code <cache-ref>} may name; empty if there is none. */
    public String cache() {
        return mapped().map(MappedStatement::getCache).map(Cache::getId).orElse("");
    }

    /** Returns the MyBatis configuration that it was read with. */
    public Configuration configuration() {
        return configuration;
    }

    /** Returns the texts that it can become, as far as they can be rendered. */
    public List<Variant> variants() {
        return variants.rendered();
    }

    /** Returns the reason why it, or some variant of it, cannot be rendered; empty if all can. One rule tells it. */
    public String failure() {
        return variants.failure();
    }

    /** True if these variants are all there are; else every pair of choices is among them. */
    public boolean complete() {
        return variants.complete();
    }

    @Override
    public Place place() {
        return file.place(element);
    }

    @Override
    public String toString() {
        return place().element();
    }
}
