// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.PropertyParser;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A language driver of MyBatis that is handed each statement with all includes in place. It keeps a copy as a template, and
 * later renders what the dynamic elements of the template were unfolded to.
 */
public final class TemplateDriver extends XMLLanguageDriver {
    private final Map<String, Template> templates = new HashMap<>();

    /**
     * A statement's element with all includes and configuration variables in place.
     *
     * @param node the element
     * @param databaseId kind of database that it is for; empty if for any
     */
    public record Template(XNode node, String databaseId) {}

    /** Returns a driver that a configuration uses for all statements that it reads from now on. */
    static TemplateDriver registeredIn(Configuration configuration) {
        var driver = new TemplateDriver();
        configuration.getLanguageRegistry().register(driver);
        configuration.getLanguageRegistry().setDefaultDriverClass(TemplateDriver.class);
        return driver;
    }

    @Override
    public SqlSource createSqlSource(Configuration configuration, XNode script, Class<?> parameterType) {
        var element = (Element) script.getNode();
        var namespace = element.getOwnerDocument().getDocumentElement().getAttribute("namespace");
        keep(namespace, element, script, configuration.getVariables());
        return new StaticSqlSource(configuration, "");
    }

    /** MyBatis hands over the text of an annotation without its method, so that it is kept elsewhere. */
    @Override
    public SqlSource createSqlSource(Configuration configuration, String script, Class<?> parameterType) {
        return new StaticSqlSource(configuration, "");
    }

    /** Keeps a statement that was written as an annotation, of which MyBatis knows the rest. */
    void keep(String namespace, Element element, Configuration configuration) {
        var variables = configuration.getVariables();
        var document = new XPathParser(element.getOwnerDocument(), false, variables);
        keep(namespace, element, new XNode(document, element, variables), variables);
    }

    private void keep(String namespace, Element element, XNode script, Properties variables) {
        var top = MapperFile.topLevel(element);
        var copy = (Element) element.cloneNode(true);
        substitute(copy, variables);
        templates.put(
                namespace + "." + MapperFile.id(element),
                new Template(script.newXNode(copy), top.getAttribute("databaseId")));
    }

    private static void substitute(Node node, Properties variables) {
        if (node.getNodeValue() != null) {
            node.setNodeValue(PropertyParser.parse(node.getNodeValue(), variables));
        }
        var attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            substitute(attributes.item(i), variables);
        }
        if (node instanceof Element) {
            for (@Nullable Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                substitute(child, variables);
            }
        }
    }

    /** Returns the template of a statement by its namespace and id; null if MyBatis did not read it. */
    public @Nullable Template template(String fullId) {
        return templates.get(fullId);
    }

    /** Returns the rendering of a template in which no question is left open. */
    public SqlSource render(Configuration configuration, XNode unfolded) {
        return super.createSqlSource(configuration, unfolded, Object.class);
    }
}
