// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Articles by status, without deleted ones. */
@Mapper
interface PublishingKpiMapper extends KpiSource {}
