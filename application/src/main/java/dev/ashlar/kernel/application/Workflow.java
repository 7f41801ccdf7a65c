// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Class of use cases with steps that must not hold a database connection, such as hashing a password or calling another server. It
 * calls {@link ApplicationService}s, each in a separate transaction, and refuses to run inside a transaction.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Transactional(transactionManager = "transactionManager", propagation = Propagation.NEVER)
public @interface Workflow {}
