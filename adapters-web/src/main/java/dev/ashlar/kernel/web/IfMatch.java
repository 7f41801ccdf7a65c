package dev.ashlar.kernel.web;

/**
 * The version of the resource that the caller means to change. A handler parameter of this type makes the
 * {@code If-Match} header required: without it the request is 428, with anything but one ETag of ours 400.
 *
 * @param version what {@link ETags} answered with the resource
 */
public record IfMatch(int version) {}
