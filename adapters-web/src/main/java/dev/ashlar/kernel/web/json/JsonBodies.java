// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Converter of bodies that reads and writes {@code application/json} in UTF-8 only, and other forms of JSON only for types that have one. */
public final class JsonBodies extends JacksonJsonHttpMessageConverter {
    public JsonBodies(JsonMapper json) {
        super(json);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return mediaType != null
                && mediaType.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                && (mediaType.getCharset() == null || mediaType.getCharset().equals(StandardCharsets.UTF_8))
                && super.canRead(type, mediaType);
    }

    /** Leaves out {@code application/*+json}, because an answer would otherwise get whichever of these names the caller accepts. */
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return super.getSupportedMediaTypes(type).stream()
                .filter(MediaType::isConcrete)
                .toList();
    }
}
