// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/** Reads XML into a DOM whose elements know their lines, which Java's own reader forgets. No DTD is fetched. */
final class XmlLines extends DefaultHandler2 {
    private static final String FIRST = "first line";
    private static final String LAST = "last line";

    private final Document document;
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private int line = 1;

    private XmlLines(Document document) {
        this.document = document;
        open.push(document);
    }

    static Document read(Path file) throws SAXException, IOException {
        try {
            var handler = new XmlLines(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument());
            var factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var parser = factory.newSAXParser();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            parser.parse(file.toFile(), handler);
            return handler.document;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int firstLine(Element element) {
        return element.getUserData(FIRST) instanceof Integer line ? line : 0;
    }

    static int lastLine(Element element) {
        return element.getUserData(LAST) instanceof Integer line ? line : 0;
    }

    /** Says where an element stands that is in no XML file. */
    static void mark(Element element, int first, int last) {
        element.setUserData(FIRST, first, null);
        element.setUserData(LAST, last, null);
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        var element = document.createElement(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            element.setAttribute(attributes.getQName(i), attributes.getValue(i));
        }
        element.setUserData(
                FIRST, line, null); // the parser tells where a tag ends: it begins where the last thing ended
        current().appendChild(element);
        open.push(element);
        advance();
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        advance();
        open.pop().setUserData(LAST, line, null);
    }

    @Override
    public void characters(char[] text, int start, int length) {
        current().appendChild(document.createTextNode(new String(text, start, length)));
        advance();
    }

    @Override
    public void comment(char[] text, int start, int length) {
        current().appendChild(document.createComment(new String(text, start, length)));
        advance();
    }

    @Override
    public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) {
        advance();
    }

    @Override
    public void endDTD() {
        advance();
    }

    @Override
    public void processingInstruction(String target, String data) {
        advance();
    }

    private Node current() {
        return open.element();
    }

    private void advance() {
        if (locator != null) {
            line = locator.getLineNumber();
        }
    }
}
