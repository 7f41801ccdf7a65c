// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of what frameworks mark classes with; the library itself depends on none of them. */
final class Spring {
    static final String SERVICE = "org.springframework.stereotype.Service";
    static final String CONTROLLER = "org.springframework.stereotype.Controller";
    static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";
    static final String ASYNC = "org.springframework.scheduling.annotation.Async";
    static final String PHASE_LISTENER = "org.springframework.transaction.event.TransactionalEventListener";
    static final String LISTENER = "org.springframework.context.event.EventListener";
    static final String REQUEST_MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
    static final String REQUEST_BODY = "org.springframework.web.bind.annotation.RequestBody";
    static final String REQUEST_PARAM = "org.springframework.web.bind.annotation.RequestParam";
    static final String MAPPER = "org.apache.ibatis.annotations.Mapper";

    /** A call to another server starts with one of these. */
    static final Set<String> NETWORK =
            Set.of(("org.springframework.web.client.RestClient org.springframework.web.client.RestTemplate"
                            + " org.springframework.web.client.RestOperations"
                            + " org.springframework.web.reactive.function.client.WebClient org.springframework.mail.MailSender"
                            + " org.springframework.mail.javamail.JavaMailSender jakarta.mail.Transport"
                            + " java.net.http.HttpClient java.net.URLConnection java.net.HttpURLConnection java.net.Socket"
                            + " org.apache.http.client.HttpClient org.apache.hc.client5.http.classic.HttpClient"
                            + " org.apache.hc.client5.http.impl.classic.CloseableHttpClient okhttp3.OkHttpClient")
                    .split(" "));

    private Spring() {}

    /** Returns the properties of the transaction annotation on something, or on an annotation of it; empty if there is none. */
    static Optional<Map<String, Object>> transaction(HasAnnotations<?> annotated) {
        return properties(annotated, TRANSACTIONAL);
    }

    private static Optional<Map<String, Object>> properties(HasAnnotations<?> annotated, String name) {
        for (var annotation : annotated.getAnnotations()) {
            if (annotation.getRawType().getName().equals(name)) {
                return Optional.of(annotation.getProperties());
            }
        }
        for (var annotation : annotated.getAnnotations()) {
            var within = annotation.getRawType().tryGetAnnotationOfType(name);
            if (within.isPresent()) {
                return within.map(JavaAnnotation::getProperties);
            }
        }
        return Optional.empty();
    }

    /** True if a method is called for an event once the transaction that published it has committed, and only then. */
    static boolean listensAfterCommit(HasAnnotations<?> method) {
        return properties(method, PHASE_LISTENER)
                .filter(listener -> !(listener.get("phase") instanceof JavaEnumConstant phase)
                        || phase.name().equals("AFTER_COMMIT"))
                .isPresent();
    }

    /** True if its transaction is a real one. */
    static boolean opensTransactions(HasAnnotations<?> annotated) {
        return transaction(annotated).filter(found -> !refuses(found)).isPresent();
    }

    /** True if its transaction fails when it changes a row that another one has changed since it began. */
    static boolean noticesChanges(HasAnnotations<?> annotated) {
        return transaction(annotated)
                .filter(found -> found.get("isolation") instanceof JavaEnumConstant isolation
                        && Set.of("REPEATABLE_READ", "SERIALIZABLE").contains(isolation.name()))
                .isPresent();
    }

    private static boolean refuses(Map<String, Object> transaction) {
        return transaction.get("propagation") instanceof JavaEnumConstant propagation
                && Set.of("NEVER", "NOT_SUPPORTED", "SUPPORTS").contains(propagation.name());
    }
}
