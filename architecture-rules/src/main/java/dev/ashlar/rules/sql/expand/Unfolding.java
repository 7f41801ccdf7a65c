// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.sql.parse.MapperFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A copy of a statement's element in which each question has been answered: an {@code <if>} is replaced by its content or
 * nothing, a {@code <foreach>} written out. A test is not asked if the tests before it imply its answer. What is left, {@code <where>}, {@code <set>} and {@code <trim>}, MyBatis
 * renders without values, so that no OGNL is ever evaluated.
 */
final class Unfolding {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

    private final ToIntFunction<Decision> answers;
    private final Function<String, List<String>> constants;
    private final Map<Decision, Integer> asked = new LinkedHashMap<>();
    private final Map<String, String> bound = new HashMap<>();
    private final AnsweredTests premises = new AnsweredTests();

    /**
     * @param answers which answer to take
     * @param constants all texts that an expression in {@code ${}} can stand for; empty if that cannot be known
     */
    Unfolding(ToIntFunction<Decision> answers, Function<String, List<String>> constants) {
        this.answers = answers;
        this.constants = constants;
    }

    /** Returns the questions that came up, with the answers taken. */
    List<Choice> choices() {
        return asked.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Names that {@code <bind>} defines, with their expressions. */
    Map<String, String> bound() {
        return Map.copyOf(bound);
    }

    /** Returns the unfolded copy. */
    Element of(Element statement) {
        var copy = (Element) statement.cloneNode(true);
        unfold(copy);
        return copy;
    }

    private int answer(Decision decision) {
        return asked.computeIfAbsent(decision, answers::applyAsInt);
    }

    private boolean holds(Element tested) {
        var text = tested.getAttribute("test");
        var test = Decision.Test.of(text);
        var implied = asked.containsKey(test.decision()) ? null : premises.implied(text);
        boolean holds = implied == null ? answer(test.decision()) == test.whenTrue() : implied;
        premises.add(text, holds);
        return holds;
    }

    private void unfold(Node parent) {
        for (@Nullable Node child = parent.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            if (child instanceof Element element) {
                unfold(parent, element);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                child.setNodeValue(substitute(child.getNodeValue()));
            }
            child = next;
        }
    }

    private void unfold(Node parent, Element element) {
        switch (element.getTagName()) {
            case "if" -> {
                if (holds(element)) {
                    replaceByContent(element);
                } else {
                    parent.removeChild(element);
                }
            }
            case "choose" -> choose(parent, element);
            case "foreach" -> repeat(parent, element);
            case "bind" -> {
                bound.put(
                        element.getAttribute("name"),
                        element.getAttribute("value").strip());
                parent.removeChild(element);
            }
            default -> unfold(element);
        }
    }

    private void replaceByContent(Element element) {
        unfold(element);
        moveContent(element, element);
        element.getParentNode().removeChild(element);
    }

    private static void moveContent(Element from, Element before) {
        while (from.getFirstChild() != null) {
            before.getParentNode().insertBefore(from.getFirstChild(), before);
        }
    }

    private void choose(Node parent, Element choose) {
        var branches = MapperFile.elements(choose, Set.of("when", "otherwise")).stream()
                .filter(branch -> choose.isSameNode(branch.getParentNode()))
                .toList();
        for (var branch : branches) {
            if (branch.getTagName().equals("otherwise") || holds(branch)) {
                unfold(branch);
                moveContent(branch, choose);
                break;
            }
        }
        parent.removeChild(choose);
    }

    private void repeat(Node parent, Element foreach) {
        var collection = foreach.getAttribute("collection").strip();
        int items = answer(Decision.items(collection));
        if (items > 0) {
            insertText(foreach, foreach.getAttribute("open"));
            boolean isSeparated = false;
            for (int i = 0; i < items; i++) {
                var round = (Element) foreach.cloneNode(true);
                rename(round, foreach.getAttribute("item"), collection + "[" + i + "]");
                unfold(round);
                if (!round.getTextContent().isBlank()) { // MyBatis separates only items that render something
                    insertText(foreach, isSeparated ? foreach.getAttribute("separator") : "");
                    isSeparated = true;
                }
                moveContent(round, foreach);
            }
            insertText(foreach, foreach.getAttribute("close"));
        }
        parent.removeChild(foreach);
    }

    private static void insertText(Element before, String text) {
        before.getParentNode().insertBefore(before.getOwnerDocument().createTextNode(text), before);
    }

    /** Names the item by its place in the collection, in placeholders and in the expressions within. */
    private static void rename(Node node, String item, String path) {
        if (!item.isEmpty()) {
            rename(node, new Item(item, path));
        }
    }

    private static void rename(Node node, Item item) {
        for (@Nullable Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                for (var attribute : List.of("test", "collection", "value")) {
                    if (element.hasAttribute(attribute)) {
                        element.setAttribute(attribute, item.renamedInTest(element.getAttribute(attribute)));
                    }
                }
                rename(element, item);
            } else if (child.getNodeValue() != null) {
                child.setNodeValue(item.renamedInText(child.getNodeValue()));
            }
        }
    }

    /** An item and its place in the collection. */
    private static final class Item {
        private final String name;
        private final String path;
        private final Pattern inTest;
        private final Pattern inText;

        Item(String name, String path) {
            var word = "(?<![\\w.'\"])" + Pattern.quote(name) + "(?![\\w('\"])";
            this.name = name;
            this.path = Matcher.quoteReplacement(path);
            inTest = Pattern.compile(word);
            inText = Pattern.compile("(?<=[#$]\\{\\s{0,9})" + word);
        }

        String renamedInTest(String text) {
            return text.contains(name) ? inTest.matcher(text).replaceAll(path) : text;
        }

        String renamedInText(String text) {
            return text.contains(name) ? inText.matcher(text).replaceAll(path) : text;
        }
    }

    private String substitute(String text) {
        return SUBSTITUTION.matcher(text).replaceAll(found -> {
            var expression = found.group(1).strip();
            var texts = constants.apply(expression);
            if (texts.isEmpty()) {
                throw new CannotTell("${" + expression + "} can become any text, which no check can see.");
            }
            return Matcher.quoteReplacement(texts.get(answer(Decision.substitution(expression, texts))));
        });
    }
}
