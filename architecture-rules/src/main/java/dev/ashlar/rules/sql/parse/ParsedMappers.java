// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.builder.BuilderException;
import org.apache.ibatis.builder.IncompleteElementException;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.builder.xml.XMLMapperEntityResolver;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.session.Configuration;
import org.w3c.dom.Element;

/**
 * All mapper files and annotated mappers of a project, read by MyBatis into a separate configuration.
 *
 * @param files the files
 * @param fragments the fragments that each fragment includes itself, all with their namespaces
 * @param driver templates of the statements
 * @param configuration the configuration
 * @param refused files that are malformed or that MyBatis refuses, and interfaces whose statements cannot be read
 */
public record ParsedMappers(
        List<MapperFile> files,
        Map<String, Set<String>> fragments,
        TemplateDriver driver,
        Configuration configuration,
        List<Violation> refused) {

    /** Reads them. */
    public static ParsedMappers of(Project project) {
        var refused = new ArrayList<Violation>();
        var files = new ArrayList<>(MapperFile.under(project.mapperDirectories(), refused));
        var configuration = project.freshConfiguration();
        // The project's own way of making a configuration may have loaded mappers, with its own language driver.
        configuration.getSqlFragments().clear();
        configuration.getMappedStatements().clear();
        configuration.getResultMaps().clear();
        configuration.getParameterMaps().clear();
        configuration.getCaches().clear();
        if (project.ownMyBatis().isEmpty()) {
            MyBatisDefaults.complete(configuration, files, project);
        }
        var driver = TemplateDriver.registeredIn(configuration);
        files.forEach(file -> loadFragments(file, configuration));
        files.forEach(file -> load(file, configuration, refused));
        for (var annotated : AnnotatedMapper.all(project, files)) {
            annotated.load(configuration, driver, refused).ifPresent(files::add);
        }
        finish(configuration);
        return new ParsedMappers(List.copyOf(files), fragments(files), driver, configuration, List.copyOf(refused));
    }

    private static void load(MapperFile file, Configuration configuration, List<Violation> refused) {
        try (var xml = Files.newInputStream(file.path())) {
            // Its fragments are known already: what the builder finds once more goes to a map that nobody reads.
            new XMLMapperBuilder(xml, configuration, file.path().toString(), new HashMap<>()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException invalid) {
            refused.add(new Violation(file.place(), "MyBatis refuses the file: " + invalid.getMessage()));
        }
    }

    /** All fragments before all statements, so that it does not matter which file is read first. */
    private static void loadFragments(MapperFile file, Configuration configuration) {
        try (var xml = Files.newInputStream(file.path())) {
            var parser = new XPathParser(xml, true, configuration.getVariables(), new XMLMapperEntityResolver());
            for (var fragment : parser.evalNodes("/mapper/sql")) {
                var database = fragment.getStringAttribute("databaseId", "");
                var id = file.namespace() + "." + fragment.getStringAttribute("id");
                boolean isMeant = database.equals(configuration.getDatabaseId());
                if (isMeant
                        || (database.isEmpty()
                                && !configuration.getSqlFragments().containsKey(id))) {
                    configuration.getSqlFragments().remove(id); // one for any database that came before
                    configuration.getSqlFragments().put(id, fragment);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (BuilderException invalid) {
            // Reading its statements fails for the same reason, and tells.
        }
    }

    /** Statements that came before the result map of another file. */
    private static void finish(Configuration configuration) {
        try {
            configuration.parsePendingResultMaps(true);
            configuration.parsePendingStatements(true);
        } catch (IncompleteElementException stillIncomplete) {
            // The statement that lacks something is missing afterwards, which is noticed.
        }
    }

    private static Map<String, Set<String>> fragments(List<MapperFile> files) {
        var found = new HashMap<String, Set<String>>();
        for (var file : files) {
            for (var fragment : file.elements("sql")) {
                found.put(file.namespace() + "." + MapperFile.id(fragment), file.includes(fragment));
            }
        }
        return found;
    }

    /** Returns the fragments that an element includes, directly or through others, with their namespaces. */
    public Set<String> included(MapperFile file, Element element) {
        var all = new LinkedHashSet<String>();
        var next = file.includes(element);
        while (!next.isEmpty()) {
            var further = new LinkedHashSet<String>();
            next.stream().filter(all::add).forEach(id -> further.addAll(fragments.getOrDefault(id, Set.of())));
            next = further;
        }
        return all;
    }
}
