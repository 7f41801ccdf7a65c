// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.Violation;
import dev.ashlar.rules.files.TextFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.ibatis.io.Resources;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A mapper file as it is on disk: nothing included yet, and each element knows its lines.
 *
 * {@snippet :
 * for (var fragment : file.elements("sql")) {
 *     findings.violation(file.place(fragment, "fragment " + fragment.getAttribute("id")), "is included by nobody");
 * }
 * }
 *
 * @param path where it is
 * @param root its {@code <mapper>} element
 */
public record MapperFile(Path path, Element root) implements Subject {

    /**
     * Returns all mapper files below some directories; other XML files are none of its business. One that is malformed is told to a list.
     */
    public static List<MapperFile> under(List<Path> directories, List<Violation> malformed) {
        var found = new ArrayList<MapperFile>();
        for (var directory : directories) {
            TextFiles.under(directory, ".*\\.xml").stream()
                    .flatMap(file -> read(file, malformed).stream())
                    .filter(file -> file.root.getTagName().equals("mapper"))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<MapperFile> read(Path file, List<Violation> malformed) {
        try {
            return Optional.of(new MapperFile(file, XmlLines.read(file).getDocumentElement()));
        } catch (XMLStreamException invalid) {
            var place = Place.in(file, 1, 0, file.getFileName().toString());
            malformed.add(new Violation(place, "is no well-formed XML: " + invalid.getMessage()));
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the namespace it declares. */
    public String namespace() {
        return root.getAttribute("namespace");
    }

    /** Returns the last part of its namespace, such as {@code WalletMapper}. */
    public String simpleName() {
        return namespace().substring(namespace().lastIndexOf('.') + 1);
    }

    /** Returns the interface that is called like its namespace, if the class path has it. */
    public @Nullable Class<?> mapper() {
        try {
            return Resources.classForName(namespace());
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }

    /** Its elements of statements but {@code <selectKey>}, in the order of the file. */
    public List<Element> statements() {
        return elements("select", "insert", "update", "delete");
    }

    /** Returns the id of the element of a statement or fragment; that of a {@code <selectKey>} is made of its statement's. */
    public static String id(Element element) {
        return element.getTagName().equals("selectKey")
                ? topLevel(element).getAttribute("id") + "!selectKey"
                : element.getAttribute("id");
    }

    /** Returns all its elements of certain names, at any depth, in the order of the file. */
    public List<Element> elements(String... names) {
        return elements(root, Set.of(names));
    }

    /** Returns all elements of certain names within one, at any depth, in order. */
    public static List<Element> elements(Element within, Set<String> names) {
        return elements(within).stream()
                .filter(element -> names.contains(element.getTagName()))
                .toList();
    }

    /** Returns all elements within one, at any depth, in order. */
    public static List<Element> elements(Element within) {
        var found = new ArrayList<Element>();
        var all = within.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** Returns the place of one of its elements. */
    public Place place(Element element, String name) {
        return Place.in(path, XmlLines.firstLine(element), XmlLines.lastLine(element), name);
    }

    /** Returns the place of the element of a statement or fragment. */
    public Place place(Element element) {
        return place(element, simpleName() + "." + id(element));
    }

    @Override
    public Place place() {
        return Place.in(path, 1, 0, simpleName());
    }

    /** Returns the fragments that an element includes itself, with their namespace. */
    public Set<String> includes(Element element) {
        var found = new LinkedHashSet<String>();
        for (var include : elements(element, Set.of("include"))) {
            var refid = include.getAttribute("refid");
            found.add(refid.contains(".") ? refid : namespace() + "." + refid);
        }
        return found;
    }

    /** Returns the nearest element around another that is a direct child of the mapper. */
    public static Element topLevel(Element element) {
        Node parent = element.getParentNode();
        return parent instanceof Element outer && !outer.getTagName().equals("mapper") ? topLevel(outer) : element;
    }
}
