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
 * A use case of several steps, of which at least one must not hold a database connection: hashing a password, calling
 * another server. It calls {@link ApplicationService}s, each in a transaction of its own, and refuses to run inside one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Transactional(propagation = Propagation.NEVER)
public @interface Workflow {}
