// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import dev.ashlar.rules.CannotTell;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A statement in an annotation.
 *
 * @param method the method that carries it
 * @param kind name of the element that says the same in a mapper file
 * @param sql its text, the parts joined by spaces as MyBatis does
 * @param databaseId kind of database that it is for; empty if for any
 * @param affectData true if a {@code @Select} is marked as a write
 */
record AnnotatedStatement(Method method, String kind, String sql, String databaseId, boolean affectData) {

    /** Returns all of a method: one for each kind of database. */
    static Stream<AnnotatedStatement> of(Method method) {
        return Stream.of(
                        Arrays.stream(method.getAnnotationsByType(Select.class))
                                .map(select -> new AnnotatedStatement(
                                        method,
                                        "select",
                                        joined(select.value()),
                                        select.databaseId(),
                                        select.affectData())),
                        Arrays.stream(method.getAnnotationsByType(Insert.class))
                                .map(insert -> write(method, "insert", insert.value(), insert.databaseId())),
                        Arrays.stream(method.getAnnotationsByType(Update.class))
                                .map(update -> write(method, "update", update.value(), update.databaseId())),
                        Arrays.stream(method.getAnnotationsByType(Delete.class))
                                .map(delete -> write(method, "delete", delete.value(), delete.databaseId())))
                .flatMap(statements -> statements);
    }

    private static AnnotatedStatement write(Method method, String kind, String[] text, String databaseId) {
        return new AnnotatedStatement(method, kind, joined(text), databaseId, false);
    }

    private static String joined(String[] parts) {
        return String.join(" ", parts).strip();
    }

    /** Returns the simple name of its annotation. */
    String annotation() {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    /** Returns the element that says the same in a mapper file. */
    Element in(Document document) {
        var element = document.createElement(kind);
        element.setAttribute("id", method.getName());
        if (!databaseId.isEmpty()) {
            element.setAttribute("databaseId", databaseId);
        }
        if (affectData) {
            element.setAttribute("affectData", "true");
        }
        var options = method.getAnnotation(Options.class);
        if (options != null) {
            element.setAttribute("statementType", options.statementType().name());
        }
        if (sql.startsWith("<script>")) {
            var script = document.importNode(parse(), true);
            while (script.getFirstChild() != null) {
                element.appendChild(script.getFirstChild());
            }
        } else {
            element.appendChild(document.createTextNode(sql));
        }
        return element;
    }

    private Element parse() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(sql)))
                    .getDocumentElement();
        } catch (SAXException invalid) {
            throw new CannotTell(method.getName() + " has no well-formed script: " + invalid.getMessage(), invalid);
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
