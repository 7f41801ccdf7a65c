package dev.ashlar.bootstrap.seed;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.DeletedArticle;
import dev.ashlar.publishing.application.OwnArticle;
import dev.ashlar.publishing.application.OwnFilter;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.CategoryId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Articles to try publishing with, who likes them, what is said about them, and who follows whom. */
@Component
class DemoArticles {
    private static final PageRequest EVERYTHING = new PageRequest(PageRequest.MAX_LIMIT, null);

    /** What is said about every third article, in turn. */
    private static final List<String> COMMENTS = List.of(
            "Thank you, this is what I was looking for.",
            "We do it the other way round, and it works too. What did you try before?",
            "I had to read it twice, but now it is clear.",
            "Could you show a longer example?");

    private final ArticleWriting writing;
    private final ArticleLifecycle lifecycle;
    private final ReaderService readers;
    private final CommentService comments;
    private final CategoryService categories;

    DemoArticles(
            ArticleWriting writing,
            ArticleLifecycle lifecycle,
            ReaderService readers,
            CommentService comments,
            CategoryService categories) {
        this.writing = writing;
        this.lifecycle = lifecycle;
        this.readers = readers;
        this.comments = comments;
        this.categories = categories;
    }

    /** Makes what is missing for these people by their usernames; what somebody has, also in the trash, stays as it is. */
    void ensure(Map<String, Actor> people) {
        var filing = categories(requireNonNull(people.get("admin")));
        readers.follow(requireNonNull(people.get("student")), "mentor");
        readers.follow(requireNonNull(people.get("student")), "sales");
        readers.follow(requireNonNull(people.get("mentor")), "student");
        for (var author : people.entrySet()) {
            var others = people.values().stream()
                    .filter(person -> !person.equals(author.getValue()))
                    .sorted(comparing(Actor::userId, comparing(id -> id.value().toString())))
                    .toList();
            var titles = titles(author.getValue());
            int number = 0;
            for (var text : DemoText.of(author.getKey())) {
                number++;
                if (!titles.contains(text.title())) {
                    publish(author.getValue(), text, requireNonNull(filing.get(text.category())), others, number);
                }
            }
        }
    }

    private void publish(Actor author, DemoText text, CategoryId category, List<Actor> others, int number) {
        var article = writing.publish(
                        author, ArticleText.of(text.title(), text.description(), text.body(), text.tags()))
                .article();
        writing.edit(author, article.id(), article.version(), filedUnder(category));
        others.stream().limit(number % (others.size() + 1L)).forEach(fan -> readers.favorite(fan, article.slug()));
        if (number % 3 == 0) {
            comments.comment(
                    others.get(number % others.size()), article.slug(), COMMENTS.get(number % COMMENTS.size()));
        }
    }

    private Map<String, CategoryId> categories(Actor admin) {
        var known = categories.list(EVERYTHING).items().stream().collect(toMap(CategoryView::name, CategoryView::id));
        DemoText.categories()
                .forEach(name -> known.computeIfAbsent(
                        name, missing -> categories.create(admin, missing).id()));
        return known;
    }

    private Set<String> titles(Actor author) {
        return Stream.concat(
                        lifecycle.own(author, new OwnFilter(null), EVERYTHING).items().stream()
                                .map(OwnArticle::title),
                        lifecycle.trash(author, EVERYTHING).items().stream().map(DeletedArticle::title))
                .collect(toSet());
    }

    private static ArticleEdit filedUnder(CategoryId category) {
        return new ArticleEdit(
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(category));
    }
}
