// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ashlar.kernel.KernelProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/**
 * Endpoints of the API's description. It is the same for everybody, and therefore written once: springdoc would write it for each request,
 * which takes a processor for a second in YAML, and everybody may ask for it. The first request after a start writes it. Requests that come
 * meanwhile are refused, because waiting they would hold a thread each; to write it before it is asked for would cost memory of each
 * instance at rest.
 */
@Component
class RenderedDescription extends OpenApiWebMvcResource {
    private static final Duration USUAL_TIME = Duration.ofSeconds(2);

    private final Lock writing = new ReentrantLock();
    private final Map<Form, byte[]> written = new ConcurrentHashMap<>();

    RenderedDescription(
            ObjectFactory<OpenAPIService> descriptions,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(descriptions, requests, responses, operations, settings, providers, customizers);
    }

    @Override
    public byte[] openapiJson(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        return once(Form.JSON, () -> super.openapiJson(request, path, locale));
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        return once(Form.YAML, () -> super.openapiYaml(request, path, locale));
    }

    private byte[] once(Form form, Rendering rendering) throws JsonProcessingException {
        var known = written.get(form);
        if (known != null) {
            return known;
        }
        if (!writing.tryLock()) {
            throw KernelProblem.UNAVAILABLE
                    .because("The description is written for the first time. Ask again in a few seconds.")
                    .retryAfter(USUAL_TIME);
        }
        try {
            var rendered = written.get(form);
            if (rendered == null) {
                rendered = rendering.write();
                written.put(form, rendered);
            }
            return rendered;
        } finally {
            writing.unlock();
        }
    }

    private enum Form {
        JSON,
        YAML
    }

    @FunctionalInterface
    private interface Rendering {
        byte[] write() throws JsonProcessingException;
    }
}
