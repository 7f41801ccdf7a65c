// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence.mrtest;

import dev.ashlar.sync.application.TestViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link TestViews} in {@code mrtest.tests}. */
@Mapper
interface TestViewMapper extends TestViews {}
