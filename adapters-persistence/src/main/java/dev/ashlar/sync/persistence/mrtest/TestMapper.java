// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence.mrtest;

import dev.ashlar.sync.domain.Tests;
import org.apache.ibatis.annotations.Mapper;

/** {@link Tests} in {@code mrtest.tests}. */
@Mapper
interface TestMapper extends Tests {}
