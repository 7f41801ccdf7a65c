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
 * A method that handles an event once the transaction that published it has committed, on a thread of its own and outside
 * any transaction. The event is written down in the publishing transaction and stays until the method has returned, so it
 * is handled at least once, whatever is killed in between, and possibly more than once: the method must change nothing
 * twice. If it throws, it is called again later, less and less often (see {@link EventRetries}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Async
@TransactionalEventListener
public @interface AfterCommit {
    /**
     * Context and purpose, as in {@code commerce.credit-tokens}. Events that wait for the method name it so; it stays when the
     * method moves.
     */
    @AliasFor(annotation = TransactionalEventListener.class, attribute = "id")
    String value();
}
