// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import org.springframework.util.unit.DataSize;

/**
 * Maximum size of the request bodies of one path where it is larger than elsewhere. A context declares it as a bean.
 *
 * @param path path of the operations, without variables
 */
public record LargeBodies(String path, DataSize maxSize) {}
