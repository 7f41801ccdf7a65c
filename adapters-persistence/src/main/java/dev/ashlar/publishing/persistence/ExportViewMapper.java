// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.ExportViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ExportViews}, read from the tables of articles and readers. */
@Mapper
interface ExportViewMapper extends ExportViews {}
