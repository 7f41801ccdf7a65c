// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A report in the form of JUnit, which servers of continuous integration show: a test case for each check and one for the baseline. */
final class JUnitXml {
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Report report;
    private final XMLStreamWriter xml;

    private JUnitXml(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** Returns the text of the file. */
    static String of(Report report) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(report, xml).write();
            return text.toString();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void write() throws XMLStreamException {
        long skipped = report.verdicts().stream()
                .filter(verdict -> skipped(verdict) != null)
                .count();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute("name", report.project().name());
        attribute("tests", report.verdicts().size() + 1);
        attribute("failures", report.broken().size() + (report.mended().isEmpty() ? 0 : 1));
        attribute("errors", 0);
        attribute("skipped", skipped);
        for (var verdict : report.verdicts()) {
            write(verdict);
        }
        testCase("baseline", "mended");
        if (!report.mended().isEmpty()) {
            element("failure", "Remove these lines from the baseline.", String.join("\n", report.mended()));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Verdict verdict) throws XMLStreamException {
        testCase(verdict.check().at().name(), verdict.rule().id());
        var skipped = skipped(verdict);
        if (skipped != null) {
            element("skipped", skipped, verdict.holds() ? "" : verdict.explanation());
        } else if (!verdict.holds()) {
            element("failure", verdict.rule().sentence(), verdict.explanation());
        }
        xml.writeEndElement();
    }

    /** Returns the reason why a check neither passes nor fails; null if it does. */
    private @Nullable String skipped(Verdict verdict) {
        return !verdict.holds() && report.rulebook().tolerates(verdict.rule())
                ? "warning: " + verdict.rule().sentence()
                : verdict.notExamined();
    }

    private void testCase(String className, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "rulebook." + className);
        attribute("name", name);
        attribute("time", 0);
    }

    private void element(String name, String message, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        attribute("message", message);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value.toString()));
    }

    private static String clean(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }
}
