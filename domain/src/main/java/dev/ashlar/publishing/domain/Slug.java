// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Spelling;
import dev.ashlar.publishing.ArticleId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Name of an article in URLs: its title in lower case, without accents, words joined by hyphens. */
public final class Slug {
    /** Length of a slug without its suffix. */
    static final int MAX_LENGTH = 100;

    /** Names that the API has for other resources beside articles. */
    public static final Set<String> RESERVED = Set.of("feed");

    private static final String NEUTRAL = "article";
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{Mn}+");

    /** Marks of no script, such as variation selectors and the signs of stress. Those of a script are vowels of its words. */
    private static final Pattern STRAY_MARKS = Pattern.compile("[\\p{M}&&\\p{IsInherited}]+");

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{Mn}\\p{Mc}\\p{N}]+");
    private static final int SUFFIX = 12;

    private Slug() {}

    /**
     * Returns the slug of a title. Letters of any script stay, composed (NFC); a title without letters and digits becomes {@code article}, and a
     * reserved name gets that in front.
     */
    public static String of(String title) {
        var plain = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        var words = STRAY_MARKS.matcher(Spelling.stored(plain)).replaceAll("");
        var joined = trim(GAPS.matcher(Spelling.stored(words)).replaceAll("-"));
        var slug = joined.isEmpty() ? NEUTRAL : trim(shorten(joined));
        return RESERVED.contains(slug) ? NEUTRAL + "-" + slug : slug;
    }

    /** Returns the slug to take when another live article has that of the title; the end of the key makes it unique. */
    public static String of(String title, ArticleId id) {
        var digits = id.value().toString().replace("-", "");
        return of(title) + "-" + digits.substring(digits.length() - SUFFIX);
    }

    private static String shorten(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end);
    }

    private static String trim(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.length() > start && text.endsWith("-") ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }
}
