// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.EventPublications;
import org.apache.ibatis.annotations.Mapper;

/** {@link EventPublications} in {@code kernel.event_publication}. */
@Mapper
interface EventPublicationMapper extends EventPublications {}
