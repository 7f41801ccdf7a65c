// SPDX-License-Identifier: Apache-2.0
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
 * Class of use cases. Each public method is one transaction, which is read-only unless the method is {@link Transactional} itself. A
 * call that loses to another one in the database (see {@link LostRace}) is run again as a whole, at most three times.
 *
 * <p>The only transaction manager is named, because Spring would otherwise search the annotations of the class at each call.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Transactional(transactionManager = "transactionManager", readOnly = true)
@Retryable(predicate = LostRace.class, maxRetries = 3, delay = 10, jitter = 8, multiplier = 3)
public @interface ApplicationService {}
