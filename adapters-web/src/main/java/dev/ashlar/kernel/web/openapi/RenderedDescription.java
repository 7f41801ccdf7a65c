// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
 * which takes a processor for a second in YAML, and everybody may ask for it.
 */
@Component
class RenderedDescription extends OpenApiWebMvcResource {
    private byte @Nullable [] json;
    private byte @Nullable [] yaml;

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
    public synchronized byte[] openapiJson(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        var written = json;
        if (written == null) {
            written = super.openapiJson(request, path, locale);
            json = written;
        }
        return written;
    }

    @Override
    public synchronized byte[] openapiYaml(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        var written = yaml;
        if (written == null) {
            written = super.openapiYaml(request, path, locale);
            yaml = written;
        }
        return written;
    }
}
