package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What stands for a post in addresses: its title in lower case, without accents, words joined by hyphens. */
public final class Slug {
    /** Longest slug made of a title; a suffix comes on top. */
    static final int MAX_LENGTH = 100;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SUFFIX = 12;

    private Slug() {}

    /**
     * The slug that a title asks for. Letters of any script stay; a title without letters and digits gives {@code post}.
     */
    public static String of(String title) {
        var plain = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("");
        var joined = trim(
                GAPS.matcher(plain.toLowerCase(Locale.ROOT).replace("ß", "ss")).replaceAll("-"));
        return joined.isEmpty() ? "post" : trim(shorten(joined));
    }

    /** The slug to take when another live post has the one that the title asks for: nobody else asks for this one. */
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
