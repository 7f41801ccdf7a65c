// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.AuthorViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AuthorViews} in the schema {@code publishing}. */
@Mapper
interface AuthorViewMapper extends AuthorViews {}
