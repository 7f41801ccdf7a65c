// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.parsing.XNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Marks in a copy of a statement which tell, after it was rendered, which of its branches were: each branch begins with a
 * {@code <bind>} that counts, and MyBatis hands bound variables on with the SQL.
 *
 * @param script the copy
 * @param branches its branches, by number
 */
record Marks(XNode script, List<Branch> branches) {
    Marks {
        branches = List.copyOf(branches);
    }

    static Marks on(XNode statement) {
        var copy = (Element) statement.getNode().cloneNode(true);
        var branches = new ArrayList<Branch>();
        mark(copy, -1, branches);
        for (var branch : branches) {
            bind(copy, branch, "0");
        }
        return new Marks(statement.newXNode(copy), branches);
    }

    private static void mark(Element within, int parent, List<Branch> branches) {
        var choices = new ArrayList<Integer>();
        for (var child : children(within)) {
            int inside = parent;
            if (isBranch(child)) {
                var branch = new Branch(
                        label(child),
                        branches.size(),
                        parent,
                        within.getTagName().equals("choose") ? choices : List.of());
                branches.add(branch);
                choices.add(branch.number());
                bind(child, branch, branch.variable() + " + 1");
                inside = branch.number();
            }
            mark(child, inside, branches);
        }
    }

    private static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static boolean isBranch(Element element) {
        return switch (element.getTagName()) {
            case "if", "when", "otherwise", "foreach" -> true;
            default -> false;
        };
    }

    private static String label(Element element) {
        var asked = element.getTagName().equals("foreach") ? "collection" : "test";
        return (element.getTagName() + " " + element.getAttribute(asked).strip().replaceAll("\\s+", " ")).strip();
    }

    private static void bind(Element branch, Branch counted, String value) {
        var bind = branch.getOwnerDocument().createElement("bind");
        bind.setAttribute("name", counted.variable());
        bind.setAttribute("value", value);
        branch.insertBefore(bind, branch.getFirstChild());
    }

    /** Returns the outcome of each branch when a statement was rendered. */
    static List<RecordedBranch> read(List<Branch> branches, BoundSql rendered) {
        var counts = branches.stream()
                .mapToInt(branch -> rendered.getAdditionalParameter(branch.variable()) instanceof Number times
                        ? times.intValue()
                        : 0)
                .toArray();
        return branches.stream()
                .map(branch ->
                        new RecordedBranch(branch.label(), branch.taken(counts) ? 1 : 0, branch.passed(counts) ? 1 : 0))
                .toList();
    }
}
