// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Listener that runs after the commit of the transaction that published its event, on another thread and outside any transaction.
 * The event is stored in the publishing transaction and deleted when the listener has returned. It is therefore delivered at least
 * once, also after a crash, and the listener must be idempotent. A listener that throws is called again, with growing pauses (see
 * {@link EventRetries}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Async
@TransactionalEventListener
public @interface AfterCommit {
    /**
     * Context and purpose, as in {@code commerce.credit-tokens}. Stored events refer to the listener by this id, which therefore stays
     * when the method moves.
     */
    @AliasFor(annotation = TransactionalEventListener.class, attribute = "id")
    String value();
}
