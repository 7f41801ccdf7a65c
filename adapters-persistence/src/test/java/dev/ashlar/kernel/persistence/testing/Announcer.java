// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import static org.awaitility.Awaitility.await;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publisher of events that waits for their listeners, those after the commit included. */
public final class Announcer {
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Announcer(ApplicationEventPublisher publisher, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /** Publishes an event in a separate transaction, and returns when it has been handled. */
    public void announce(Object event) {
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
        await().until(() -> jdbc.sql("SELECT count(*) FROM kernel.event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }
}
