// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads XML into a DOM whose elements know their lines, which Java's own reader forgets. No DTD is fetched. */
final class XmlLines {
    private static final String FIRST = "first line";
    private static final String LAST = "last line";

    private XmlLines() {}

    static Document read(Path file) throws XMLStreamException, IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setXMLResolver((publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
        try (var stream = Files.newInputStream(file)) {
            var xml = factory.createXMLStreamReader(stream);
            var document = emptyDocument();
            Node open = document;
            int line = 1;
            while (xml.hasNext()) {
                int event = xml.next();
                int end = xml.getLocation().getLineNumber();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open = open.appendChild(element(document, xml));
                        open.setUserData(FIRST, line, null); // it begins where the last thing ended
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        open.setUserData(LAST, end, null);
                        open = open.getParentNode();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (open instanceof Element) {
                            open.appendChild(document.createTextNode(xml.getText()));
                        }
                    }
                    case XMLStreamConstants.COMMENT -> open.appendChild(document.createComment(xml.getText()));
                    default -> {}
                }
                line = end;
            }
            return document;
        }
    }

    private static Element element(Document document, XMLStreamReader xml) {
        var element = document.createElement(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return element;
    }

    static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
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

    /** Says which lines an element has that is in no XML file. */
    static void mark(Element element, int first, int last) {
        element.setUserData(FIRST, first, null);
        element.setUserData(LAST, last, null);
    }
}
