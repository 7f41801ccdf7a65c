// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.application.ApiRequestViews;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ApiRequestViewMapper extends ApiRequestViews {}
