// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Item of the fake catalogue.
 *
 * @param version version, which may go back
 * @param url web address
 */
public record FakeItem(String id, long version, String title, String summary, String url) {
    private static final List<String> SUBJECTS = List.of(
            "SQL", "Java", "statistics", "negotiation", "typography", "bread baking", "first aid", "jazz harmony");

    private static final List<String> LEVELS = List.of("Introduction to", "Exercises in", "Advanced topics of");

    /** Returns an item in its first version. */
    public static FakeItem of(String id, String title) {
        return new FakeItem(id, 1, title, "Made up by the fake catalogue.", "https://catalogue.example/" + id);
    }

    /** Returns the same item in another version. */
    public FakeItem with(long otherVersion, String otherTitle) {
        return new FakeItem(id, otherVersion, otherTitle, summary, url);
    }

    /** Returns a number of items with ids such as {@code course-0001}. */
    static Map<String, FakeItem> many(String kind, int number) {
        var items = new TreeMap<String, FakeItem>();
        IntStream.rangeClosed(1, number)
                .mapToObj(index -> of(
                        "%s-%04d".formatted(kind, index),
                        LEVELS.get(index % LEVELS.size()) + " " + SUBJECTS.get(index % SUBJECTS.size())))
                .forEach(item -> items.put(item.id(), item));
        return items;
    }
}
