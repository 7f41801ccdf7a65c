// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** A generic port that a mapper implements. */
interface EnginePort<T> {
    void addAll(@Param("lines") List<? extends T> lines);

    void post(T entry);
}
