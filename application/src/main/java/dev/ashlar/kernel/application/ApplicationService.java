package dev.ashlar.kernel.application;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A class of use cases. Each public method is one transaction: read-only unless the method says {@link Transactional}
 * itself. A call that loses to another one in the database (see {@link LostRace}) is run again, whole, at most three
 * times.
 *
 * <p>The transaction manager is named, the only one there is, because Spring would look for its name in the annotations of the
 * class at each call.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Transactional(transactionManager = "transactionManager", readOnly = true)
@Retryable(predicate = LostRace.class, maxRetries = 3, delay = 10, jitter = 8, multiplier = 3)
public @interface ApplicationService {}
