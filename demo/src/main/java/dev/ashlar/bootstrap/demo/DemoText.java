// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Text of a demo article.
 *
 * @param author username of a demo person
 */
record DemoText(String author, String category, String title, String description, List<String> tags) {
    /** Author, category, title, description and tags, one article a line. */
    private static final String ARTICLES = """
            mentor|Databases|Keyset paging|Why the hundredth page should cost what the first one does.|postgresql,paging,performance
            mentor|Databases|Constraints are documentation|What the schema says, nobody has to remember.|postgresql,constraints
            mentor|Databases|An index for every question|Reading a plan from the inside out.|postgresql,indexes,performance
            mentor|Databases|Optimistic locking in one column|Two editors, one version, no lost update.|postgresql,concurrency
            mentor|Databases|Advisory locks and when to leave them alone|A lock that guards nothing but an agreement.|postgresql,concurrency
            mentor|Databases|Exclusion constraints|No two meetings in one calendar, said once.|postgresql,constraints
            mentor|Architecture|Modules before services|Borders first, networks later, or never.|architecture,modules
            mentor|Architecture|Ports with one adapter|What a port is for when there is nothing to exchange.|architecture,testing
            mentor|Architecture|Events after the commit|What may be late, and what may not be lost.|architecture,events
            mentor|Java|Records as rows|A row that cannot change after it was read.|java,mybatis
            mentor|Java|Null is a type|What annotations tell the compiler about nothing.|java,jspecify
            admin|Operations|A quiet night|What has to be true so that nobody is called.|operations,monitoring
            admin|Operations|Backups are restores|A copy that nobody has read is a hope.|operations,postgresql
            admin|Operations|Deploys without a window|Expand, move, contract.|operations,migrations
            admin|Operations|Ten seconds for a statement|Timeouts as a promise to everybody else.|operations,performance
            admin|Operations|What a health check should not check|Restarting does not mend a database.|operations,monitoring
            admin|Java|Shutting down is a feature|Finish what was begun, refuse what comes.|java,operations
            auditor|Accounting|The ledger is the balance|Add it up, and compare.|ledger,accounting
            auditor|Accounting|Never correct, always reverse|Why an entry is not changed.|ledger,accounting
            auditor|Accounting|Money has two parts|An amount without a currency is a number.|money,java
            auditor|Accounting|Once and only once|Idempotency keys from an auditor's chair.|ledger,idempotency
            auditor|Operations|Reading an audit log|Who, what, when, and what was there before.|audit,operations
            sales|Learning|How to choose a mentor|Ask for the last mistake, not the last success.|mentoring,learning
            sales|Learning|What a token buys|An hour, and the preparation before it.|mentoring,tokens
            sales|Learning|Five questions before you enroll|They take a minute each.|learning
            sales|Learning|Why we show prices first|Surprises belong into birthday parties.|tokens,learning
            student|Learning|My first migration|It was one line, and it was the wrong one.|learning,migrations,postgresql
            student|Learning|Notes on transactions|What I would have liked to hear on the first day.|learning,postgresql,concurrency
            student|Learning|Reading other people's code|Begin with the tests.|learning,testing
            student|Java|Streams, and when a loop is kinder|Two ways to say the same thing.|java,learning
            student|Java|A test that failed for the right reason|I took the guard out and waited.|java,testing
            student|Architecture|Drawing boxes|Every arrow is a promise.|architecture,learning
            """;

    /** Returns the articles of an author. */
    static List<DemoText> of(String author) {
        return all().filter(text -> text.author().equals(author)).toList();
    }

    /** Returns the categories of all articles. */
    static Stream<String> categories() {
        return all().map(DemoText::category).distinct();
    }

    private static Stream<DemoText> all() {
        return ARTICLES.lines()
                .map(line -> line.split("\\|", -1))
                .map(parts -> new DemoText(parts[0], parts[1], parts[2], parts[3], List.of(parts[4].split(",", -1))));
    }

    String body() {
        return """
                %s

                ## In short

                This is the text of a demo article about *%s*. It is here so that there is something to list, to tag, to like and to
                talk about.

                - Edit it: a new title makes a new address.
                - Delete it: it is in the trash for 30 days.
                """.formatted(description, title.toLowerCase(Locale.ROOT));
    }
}
