// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.Quotas;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface QuotaMapper extends Quotas {}
