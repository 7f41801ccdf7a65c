// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

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
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.CategoryId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Articles with their favorites, comments and followers. An article that exists, also in the trash, is not changed. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoArticles extends DemoSeed {
    private static final PageRequest EVERYTHING = new PageRequest(PageRequest.MAX_LIMIT, null);

    /** Comments on every third article, in turn. */
    private static final List<String> COMMENTS = List.of(
            "Thank you, this is what I was looking for.",
            "We do it the other way round, and it works too. What did you try before?",
            "I had to read it twice, but now it is clear.",
            "Could you show a longer example?");

    private final DemoPeople people;
    private final ArticleWriting writing;
    private final ArticleLifecycle lifecycle;
    private final ReaderService readers;
    private final CommentService comments;
    private final CategoryService categories;

    DemoArticles(
            DemoPeople people,
            ArticleWriting writing,
            ArticleLifecycle lifecycle,
            ReaderService readers,
            CommentService comments,
            CategoryService categories) {
        super("demo articles");
        this.people = people;
        this.writing = writing;
        this.lifecycle = lifecycle;
        this.readers = readers;
        this.comments = comments;
        this.categories = categories;
    }

    @Override
    public void run() {
        var filing = categories(people.actor(DemoPerson.ADMIN));
        readers.follow(people.actor(DemoPerson.STUDENT), DemoPerson.MENTOR.username());
        readers.follow(people.actor(DemoPerson.STUDENT), DemoPerson.SALES.username());
        readers.follow(people.actor(DemoPerson.MENTOR), DemoPerson.STUDENT.username());
        var everybody = Stream.of(DemoPerson.values()).map(people::actor).toList();
        for (var author : DemoPerson.values()) {
            write(author, everybody, filing);
        }
    }

    private void write(DemoPerson person, List<Actor> everybody, Map<String, CategoryId> filing) {
        var author = people.actor(person);
        var others = everybody.stream()
                .filter(other -> !other.equals(author))
                .sorted(comparing(Actor::userId, comparing(id -> id.value().toString())))
                .toList();
        var titles = titles(author);
        int number = 0;
        for (var text : DemoText.of(person.username())) {
            number++;
            if (!titles.contains(text.title())) {
                publish(author, text, requireNonNull(filing.get(text.category())), others, number);
            }
        }
    }

    private void publish(Actor author, DemoText text, CategoryId category, List<Actor> others, int number) {
        var article = writing.publish(
                        author, ArticleText.of(text.title(), text.description(), text.body(), text.tags()))
                .article();
        writing.edit(author, article.id(), article.edition().version(), filedUnder(category));
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
                        lifecycle.own(author, null, EVERYTHING).items().stream().map(OwnArticle::title),
                        lifecycle.trash(author, EVERYTHING).items().stream().map(DeletedArticle::title))
                .collect(toSet());
    }

    private static ArticleEdit filedUnder(CategoryId category) {
        return new ArticleEdit(
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(category));
    }
}
